import { db, Prisma, readRows } from '@/lib/platform/db';
import type { Actor } from '../schema';

const actorFields = { id: true, guest: true, name: true, email: true, roles: true } as const;

/** The same for a statement of its own: on the way of every request. */
const actorColumns = Prisma.sql`"User"."id", "guest", "name", "email", "roles"::text[] AS roles`;

/** Whose session this token is, unless it ran out or was revoked. */
export async function findSessionUser(sessionToken: string): Promise<Actor | null> {
  const rows = await readRows<Actor>(Prisma.sql`SELECT ${actorColumns} FROM "Session" JOIN "User" ON "User"."id" = "userId"
    WHERE "sessionToken" = ${sessionToken} AND "expires" > ${new Date()}::timestamp`);
  return rows[0] ?? null;
}

export async function findGuest(id: string): Promise<Actor | null> {
  return (await readRows<Actor>(Prisma.sql`SELECT ${actorColumns} FROM "User" WHERE "id" = ${id} AND "guest"`))[0] ?? null;
}

export async function createGuest(): Promise<Actor> {
  return db().user.create({ data: { guest: true }, select: actorFields });
}
