import { db } from '@/lib/platform/db';
import type { Actor } from '../schema';

const actorFields = { id: true, guest: true, name: true, email: true, roles: true } as const;

/** Whose session this token is, unless it ran out or was revoked. */
export async function findSessionUser(sessionToken: string): Promise<Actor | null> {
  // Asked from the person's side this is one query, on the way of every request; from the session's it would be two.
  return db().user.findFirst({ where: { sessions: { some: { sessionToken, expires: { gt: new Date() } } } }, select: actorFields });
}

export async function findGuest(id: string): Promise<Actor | null> {
  return db().user.findUnique({ where: { id, guest: true }, select: actorFields });
}

export async function createGuest(): Promise<Actor> {
  return db().user.create({ data: { guest: true }, select: actorFields });
}
