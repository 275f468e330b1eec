import 'server-only';
import { db, type Transaction } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';
import { SESSION_SECONDS } from './internal/session-cookie';
import { hashToken, newToken } from './internal/tokens';
import { canBecome } from './policy';
import { type LinkKind, linkIdentifier, parseLinkIdentifier } from './rules';
import type { Role } from './schema';

const DAY_MS = 24 * 3600 * 1000;

/** A new person, or null when somebody has this address already (also when two sign up at the same moment). */
export async function createPerson(person: { name: string; email: string; passwordHash?: string; roles?: Role[] }): Promise<{ id: string } | null> {
  const [created] = await db().user.createManyAndReturn({ data: [person], skipDuplicates: true, select: { id: true } });
  return created ?? null;
}

export async function renamePerson({ userId, name }: { userId: string; name: string }): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { name } });
}

/** A new session; its token goes into the cookie that next-auth reads too. The person's sessions that ran out are swept away. */
export async function createSession(userId: string): Promise<string> {
  const sessionToken = newToken();
  await db().session.deleteMany({ where: { userId, expires: { lt: new Date() } } });
  await db().session.create({ data: { userId, sessionToken, expires: new Date(Date.now() + SESSION_SECONDS * 1000) } });
  return sessionToken;
}

export async function deleteSession(sessionToken: string): Promise<void> {
  await db().session.deleteMany({ where: { sessionToken } });
}

/** Signs a person out everywhere, or everywhere but in the session `keep`. */
export async function deleteSessions({ userId, keep }: { userId: string; keep?: string }): Promise<number> {
  const { count } = await db().session.deleteMany({ where: { userId, ...(keep ? { sessionToken: { not: keep } } : {}) } });
  return count;
}

/** Replaces the password and signs every other session out. */
export async function replacePassword({ userId, passwordHash, keep }: { userId: string; passwordHash: string; keep?: string }): Promise<void> {
  await db().$transaction([
    db().user.update({ where: { id: userId }, data: { passwordHash } }),
    db().session.deleteMany({ where: { userId, ...(keep ? { sessionToken: { not: keep } } : {}) } }),
  ]);
}

/**
 * Whoever opens a mailed link owns the address. If an account under it was made before anybody proved that, its maker may be
 * somebody else, who must not keep a key to it: the first proof drops its password, links, accounts at other sites, and sessions.
 */
export async function dropUnprovenKeys(userId: string): Promise<void> {
  await db().$transaction((tx) => dropKeysIfUnproven(tx, userId));
}

/** Notes that the person's address is theirs. */
export async function markProven(userId: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId, emailVerified: null }, data: { emailVerified: new Date() } });
}

/** Makes the person with this address an admin, new or known. Nobody's keys from before the address was proven open an admin's account. */
export async function makeFirstAdmin(address: string): Promise<{ id: string }> {
  const email = address.toLowerCase();
  return db().$transaction(async (tx) => {
    const { id } = await tx.user.upsert({ where: { email }, create: { email, name: 'Admin' }, update: {}, select: { id: true } });
    await dropKeysIfUnproven(tx, id);
    await tx.$executeRaw`UPDATE "User" SET roles = array_append(roles, 'admin') WHERE id = ${id} AND NOT 'admin' = ANY(roles)`;
    return { id };
  });
}

/** Deletes sessions and one-time links that ran out, whosever they were. */
export async function sweepExpired(): Promise<void> {
  const ranOut = { where: { expires: { lt: new Date() } } };
  await db().session.deleteMany(ranOut);
  await db().verificationToken.deleteMany(ranOut);
}

/** A one-time token for choosing a password, good for 24 hours. Only its hash is stored. */
export async function createSetPasswordToken({ userId, kind }: { userId: string; kind: LinkKind }): Promise<string> {
  const token = newToken();
  const identifier = linkIdentifier({ userId, kind });
  await db().verificationToken.deleteMany({ where: { identifier, expires: { lt: new Date() } } });
  await db().verificationToken.create({ data: { identifier, token: hashToken(token), expires: new Date(Date.now() + DAY_MS) } });
  return token;
}

/**
 * Spends a set-password token: the password is replaced, every session and every other link of the person ends.
 * Returns the person, or null when the token is unknown, spent or too old; two uses at once cannot both succeed.
 */
export async function spendSetPasswordToken({ token, passwordHash }: { token: string; passwordHash: string }): Promise<{ userId: string } | null> {
  return db().$transaction(async (tx) => {
    const row = await tx.verificationToken.findUnique({ where: { token: hashToken(token) } });
    const link = row && row.expires > new Date() ? parseLinkIdentifier(row.identifier) : null;
    if (!row || !link) return null;
    const { count } = await tx.verificationToken.deleteMany({ where: { token: row.token } });
    if (count !== 1) return null;
    if (link.kind === 'mailed') await dropKeysIfUnproven(tx, link.userId);
    const proof = link.kind === 'mailed' ? { emailVerified: new Date() } : {};
    await tx.user.update({ where: { id: link.userId }, data: { passwordHash, ...proof } });
    await tx.session.deleteMany({ where: { userId: link.userId } });
    await deleteSetPasswordLinks(tx, link.userId);
    return { userId: link.userId };
  });
}

/** @throws AppError 403 when this would leave the site without an admin */
export async function replaceRoles({ userId, roles }: { userId: string; roles: Role[] }): Promise<{ granted: Role[]; revoked: Role[] }> {
  return db().$transaction(async (tx) => {
    const adminCount = await lockAdmins(tx);
    const { roles: before } = await tx.user.findUniqueOrThrow({ where: { id: userId, guest: false }, select: { roles: true } });
    if (!canBecome({ before, after: roles, adminCount })) throw forbidden('This is the last admin. Make somebody else an admin first.');
    await tx.user.update({ where: { id: userId }, data: { roles } });
    return { granted: roles.filter((role) => !before.includes(role)), revoked: before.filter((role) => !roles.includes(role)) };
  });
}

/**
 * Deletes a person and, by the foreign keys, everything that hangs on them.
 * @throws AppError 403 for the last admin
 */
export async function deletePerson(tx: Transaction, userId: string): Promise<void> {
  const adminCount = await lockAdmins(tx);
  const { roles, email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { roles: true, email: true } });
  if (!canBecome({ before: roles, after: [], adminCount })) throw forbidden('You are the last admin. Make somebody else an admin first; then you can delete your account.');
  await deleteSetPasswordLinks(tx, userId);
  // next-auth's sign-in links are kept by address
  if (email) await tx.verificationToken.deleteMany({ where: { identifier: email } });
  await tx.user.delete({ where: { id: userId } });
}

/** Counts the admins and keeps them as they are until this transaction ends, so that two admins cannot demote each other at once. */
async function lockAdmins(tx: Transaction): Promise<number> {
  const admins = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "User" WHERE 'admin' = ANY(roles) ORDER BY id FOR UPDATE`;
  return admins.length;
}

async function dropKeysIfUnproven(tx: Transaction, userId: string): Promise<void> {
  const { count } = await tx.user.updateMany({ where: { id: userId, emailVerified: null }, data: { passwordHash: null } });
  if (count === 0) return;
  await tx.account.deleteMany({ where: { userId } });
  await tx.session.deleteMany({ where: { userId } });
  await deleteSetPasswordLinks(tx, userId);
}

async function deleteSetPasswordLinks(tx: Transaction, userId: string): Promise<void> {
  const kinds = ['mailed', 'handed-over'] as const;
  await tx.verificationToken.deleteMany({ where: { identifier: { in: kinds.map((kind) => linkIdentifier({ userId, kind })) } } });
}
