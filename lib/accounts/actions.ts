'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { safeNext } from '@/lib/auth/rules';
import { changePasswordForm, emailForm, profileForm, providerForm, setPasswordForm, signInForm, signUpByMailForm, signUpForm } from '@/lib/auth/schema';
import { changePassword, checkPassword, choosePassword, mailForgottenPassword, mailSignUp, readSignInMethods, registerWithPassword } from '@/lib/auth/service';
import { findPerson } from '@/lib/auth/data';
import { deleteSessions, renamePerson } from '@/lib/auth/mutations';
import { beginSession, endSession, forgetGuest, getGuest, getUser, readClientAddress, readSessionToken, rememberAsking, requireUser, startProvider } from '@/lib/auth/session';
import { type FormState, handleForm, refuse, refuseField, succeed } from '@/lib/platform/forms';
import { log } from '@/lib/platform/log';
import { countAgainst } from '@/lib/platform/rate-limit';
import { adoptGuest, deleteAccount } from './mutations';
import { deleteAccountForm, deleteGuestForm, moveGuestForm } from './schema';

const SPENT_LINK = 'This link was used already or has run out. Ask for a new one.';

export async function signIn(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: signInForm, data }, async ({ email, password, next }) => {
    await countPasswordTry(email);
    const person = await checkPassword({ email, password });
    if (!person) return refuse(data, 'The address or the password is not right. Addresses are not case-sensitive, passwords are.');
    await beginSession({ userId: person.id, adopt: adoptGuest });
    log.info({ event: 'signed-in', userId: person.id, method: 'password' }, 'signed in');
    redirect(safeNext(next));
  });
}

export async function signUp(_before: FormState, data: FormData): Promise<FormState> {
  if (readSignInMethods().mail) return signUpByMail(data);
  return handleForm({ schema: signUpForm, data }, async ({ name, email, password, next }) => {
    await countPasswordTry(email);
    const person = await registerWithPassword({ name, email, password });
    if (!person) return refuseField(data, 'email', 'This address cannot be used for a new account. If it is yours, sign in instead.');
    await beginSession({ userId: person.id, adopt: adoptGuest });
    log.info({ event: 'signed-up', userId: person.id }, 'signed up');
    redirect(safeNext(next));
  });
}

/** Where mail works, an address is proven before it becomes an account one can sign in to, and the answer is the same for taken ones. */
async function signUpByMail(data: FormData): Promise<FormState> {
  return handleForm({ schema: signUpByMailForm, data }, async ({ name, email }) => {
    await countMail(email);
    await rememberAsking(email);
    after(() => mailSignUp({ name, email }));
    return succeed('We have sent you a message. Open the link in it to choose a password; it works for 24 hours.');
  });
}

export async function mailSignInLink(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: emailForm, data }, async ({ email, next }) => {
    await countMail(email);
    redirect(await startProvider({ provider: 'email', email, next: safeNext(next) }));
  });
}

export async function continueWith(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: providerForm, data }, async ({ provider, next }) => {
    redirect(await startProvider({ provider, next: safeNext(next) }));
  });
}

export async function forgotPassword(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: emailForm, data }, async ({ email }) => {
    await countMail(email);
    await rememberAsking(email);
    after(() => mailForgottenPassword({ email }));
    return succeed('If there is an account with this address, a message with a link is on its way. The link works for 24 hours.');
  });
}

export async function setPassword(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: setPasswordForm, data }, async ({ token, password }) => {
    await countAgainst('passwordFromAddress', await readClientAddress());
    const chosen = await choosePassword({ token, password });
    if (!chosen) return refuse(data, SPENT_LINK);
    const person = await findPerson(chosen.userId);
    await beginSession({ userId: chosen.userId, adopt: adoptGuest, byLinkTo: person?.email ?? '' });
    log.info({ event: 'password-set-by-link', userId: chosen.userId }, 'password set');
    redirect('/account?done=password');
  });
}

export async function replacePassword(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: changePasswordForm, data }, async ({ currentPassword, password }) => {
    const user = await requireUser();
    await countPasswordTry(user.email ?? user.id);
    const changed = await changePassword({ userId: user.id, current: currentPassword, password, keep: (await readSessionToken()) ?? '' });
    if (!changed) return refuseField(data, 'currentPassword', 'This is not your current password.');
    log.info({ event: 'password-changed', userId: user.id }, 'password changed');
    revalidatePath('/account');
    return succeed('Your password is changed. Other devices that were signed in are signed out.');
  });
}

export async function saveProfile(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: profileForm, data }, async ({ name }) => {
    const user = await requireUser();
    await renamePerson({ userId: user.id, name });
    revalidatePath('/account');
    return { ...succeed('Saved.'), values: { name } };
  });
}

export async function signOut(): Promise<void> {
  await endSession();
  redirect('/');
}

export async function signOutEverywhere(): Promise<void> {
  const user = await getUser();
  if (!user) redirect('/sign-in');
  const sessions = await deleteSessions({ userId: user.id });
  await endSession();
  log.info({ event: 'signed-out-everywhere', userId: user.id, sessions }, 'signed out everywhere');
  redirect('/sign-in?done=signed-out');
}

export async function deleteMyAccount(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: deleteAccountForm, data }, async () => {
    const user = await requireUser();
    const { classrooms } = await deleteAccount(user.id);
    await endSession();
    log.info({ event: 'account-deleted', userId: user.id, classrooms }, 'account deleted');
    redirect('/sign-in?done=deleted');
  });
}

/** What this browser did as a guest goes to the signed-in person, who was asked first: see the decision on guests. */
export async function moveGuestWork(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: moveGuestForm, data }, async () => {
    const [user, guest] = [await requireUser(), await getGuest()];
    if (!guest) return refuse(data, 'There is nothing left to move.');
    await adoptGuest({ guestId: guest.id, userId: user.id });
    await forgetGuest();
    log.info({ event: 'guest-adopted', guestId: guest.id, userId: user.id }, 'guest adopted');
    redirect('/account?done=moved');
  });
}

/** Deletes what this browser did as a guest. */
export async function deleteGuestWork(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: deleteGuestForm, data }, async () => {
    const [user, guest] = [await getUser(), await getGuest()];
    if (guest) await deleteAccount(guest.id);
    await forgetGuest();
    if (guest) log.info({ event: 'guest-deleted', guestId: guest.id }, 'guest deleted');
    redirect(user ? '/account?done=guest-deleted' : '/sign-in?done=guest-deleted');
  });
}

/**
 * A guesser is slowed down at their place, and more loosely everywhere, so that wrong tries by a stranger do not keep the
 * owner out; one address on the network (a school behind one router) may sign a whole class in.
 */
async function countPasswordTry(email: string): Promise<void> {
  const address = await readClientAddress();
  await countAgainst('password', `${email} ${address}`);
  await countAgainst('passwordForEmail', email);
  await countAgainst('passwordFromAddress', address);
}

async function countMail(email: string): Promise<void> {
  await countAgainst('email', email);
  await countAgainst('emailFromAddress', await readClientAddress());
}
