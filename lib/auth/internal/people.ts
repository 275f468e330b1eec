import { db } from '@/lib/platform/db';
import type { Actor } from '../schema';

const actorFields = { id: true, guest: true, name: true, email: true, roles: true } as const;

/** Whose session this token is, unless it ran out or was revoked. */
export async function findSessionUser(sessionToken: string): Promise<Actor | null> {
  const session = await db().session.findUnique({ where: { sessionToken }, select: { expires: true, user: { select: actorFields } } });
  return session && session.expires > new Date() ? session.user : null;
}

export async function findGuest(id: string): Promise<Actor | null> {
  return db().user.findUnique({ where: { id, guest: true }, select: actorFields });
}

export async function createGuest(): Promise<Actor> {
  return db().user.create({ data: { guest: true }, select: actorFields });
}
