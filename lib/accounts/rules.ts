/** What has to be typed to delete an account: too much to happen by a stray click. */
export const DELETE_PHRASE = 'delete my account';
export const DELETE_GUEST_PHRASE = 'delete my work';

/** Sentences for `?done=…` after an action that ended on another page. An unknown word says nothing. */
export function describeDone(done: string | string[] | undefined): string | null {
  if (done === 'password') return 'Your new password is saved, and you are signed in. Other devices are signed out.';
  if (done === 'signed-out') return 'You are signed out on every device.';
  if (done === 'deleted') return 'Your account and everything in it is deleted.';
  if (done === 'guest-deleted') return 'What was done here as a guest is deleted.';
  if (done === 'moved') return 'What was done here as a guest is in your account now.';
  return null;
}
