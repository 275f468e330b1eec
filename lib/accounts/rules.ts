/** What has to be typed to delete an account: too much to happen by a stray click. */
export const DELETE_PHRASE = 'delete my account';

/** Sentences for `?done=…` after an action that ended on another page. An unknown word says nothing. */
export function describeDone(done: string | string[] | undefined): string | null {
  if (done === 'password') return 'Your new password is saved, and you are signed in. Other devices are signed out.';
  if (done === 'signed-out') return 'You are signed out on every device.';
  if (done === 'deleted') return 'Your account and everything in it is deleted.';
  return null;
}
