import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { findPasswordHash, findPersonByEmail } from './data';
import { sendMail } from './internal/mail';
import { hashPassword, verifyPassword } from './internal/password';
import { createPerson, createSetPasswordToken, replacePassword, spendSetPasswordToken } from './mutations';
import type { LinkKind } from './rules';
import type { SignInMethods } from './schema';

export { hashPassword } from './internal/password';

/** What this site is set up for, from its environment. */
export function readSignInMethods(): SignInMethods {
  const { SMTP_URL, GITHUB_CLIENT_ID, GOOGLE_CLIENT_ID } = env();
  return { mail: Boolean(SMTP_URL), github: Boolean(GITHUB_CLIENT_ID), google: Boolean(GOOGLE_CLIENT_ID) };
}

/** The person with this address and password, or null. Both answers take the same time, whether the address exists or not. */
export async function checkPassword({ email, password }: { email: string; password: string }): Promise<{ id: string } | null> {
  const found = await findPasswordHash({ email });
  const fits = await verifyPassword({ password, passwordHash: found?.passwordHash ?? null });
  return fits && found ? { id: found.id } : null;
}

/** Makes an account with a password, or returns null when the address is taken. */
export async function registerWithPassword({ name, email, password }: { name: string; email: string; password: string }): Promise<{ id: string } | null> {
  return createPerson({ name, email, passwordHash: await hashPassword(password) });
}

/** A one-time address, good for 24 hours, where this person chooses a password. For the first admin, and for who forgot. */
export async function createSetPasswordLink(userId: string, kind: LinkKind = 'handed-over'): Promise<string> {
  const token = await createSetPasswordToken({ userId, kind });
  return `${env().SITE_URL.replace(/\/$/, '')}/set-password?token=${token}`;
}

/** Spends a set-password link. Null when it was used, ran out or never was. */
export async function choosePassword({ token, password }: { token: string; password: string }): Promise<{ userId: string } | null> {
  return spendSetPasswordToken({ token, passwordHash: await hashPassword(password) });
}

/** Changes the password and ends all sessions but `keep`. False when `current` is not the present one. */
export async function changePassword({ userId, current, password, keep }: { userId: string; current: string; password: string; keep: string }): Promise<boolean> {
  const found = await findPasswordHash({ id: userId });
  if (found?.passwordHash && !(await verifyPassword({ password: current, passwordHash: found.passwordHash }))) return false;
  await replacePassword({ userId, passwordHash: await hashPassword(password), keep });
  return true;
}

/**
 * Makes an account without a password when the address is new, and mails a link to choose one in either case.
 * Meant to run after the answer was sent (`after`), so that neither words nor time tell who has an account.
 */
export async function mailSignUp({ name, email }: { name: string; email: string }): Promise<void> {
  const created = await createPerson({ name, email });
  if (created) return mailLink({ userId: created.id, email, subject: 'Finish making your account', reason: 'To finish making your account, choose a password here:' });
  return mailForgottenPassword({ email });
}

/** Mails a set-password link when somebody has this address; does nothing otherwise. Meant to run after the answer was sent. */
export async function mailForgottenPassword({ email }: { email: string }): Promise<void> {
  const person = await findPersonByEmail(email);
  if (person) await mailLink({ userId: person.id, email, subject: 'Choose a new password', reason: 'You have an account already. To choose a new password, open this link:' });
}

async function mailLink({ userId, email, subject, reason }: { userId: string; email: string; subject: string; reason: string }): Promise<void> {
  const link = await createSetPasswordLink(userId, 'mailed');
  const text = `${reason}\n\n${link}\n\nThe link works once, within 24 hours. If you did not ask for it, you can ignore this message: nothing changes.\n`;
  await sendMail({ to: email, subject, text }).catch((error: unknown) => log.error({ err: error, userId }, 'mail was not sent'));
}
