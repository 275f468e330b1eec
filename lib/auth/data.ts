import 'server-only';
import { db } from '@/lib/platform/db';
import { hashToken } from './internal/tokens';
import { type LinkKind, parseLinkIdentifier } from './rules';
import type { Person } from './schema';

const personFields = { id: true, name: true, email: true, roles: true, createdAt: true } as const;
const PEOPLE_PER_PAGE = 25;

export async function findPerson(id: string): Promise<Person | null> {
  return db().user.findFirst({ where: { id, guest: false }, select: personFields });
}

export async function findPersonByEmail(email: string): Promise<Person | null> {
  return db().user.findFirst({ where: { email, guest: false }, select: personFields });
}

/** People whose name or address holds `query`, newest first, 25 a page. Guests are nobody's to list. */
export async function searchPeople({ query, page }: { query: string; page: number }): Promise<{ people: Person[]; total: number; pages: number }> {
  const holds = { contains: query, mode: 'insensitive' } as const;
  const where = { guest: false, ...(query ? { OR: [{ name: holds }, { email: holds }] } : {}) };
  const [people, total] = await Promise.all([
    db().user.findMany({ where, select: personFields, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], skip: (page - 1) * PEOPLE_PER_PAGE, take: PEOPLE_PER_PAGE }),
    db().user.count({ where }),
  ]);
  return { people, total, pages: Math.max(1, Math.ceil(total / PEOPLE_PER_PAGE)) };
}

/** Whose a set-password link is, while it can still be used. */
export async function findSetPasswordLink(token: string): Promise<{ userId: string; kind: LinkKind } | null> {
  const row = await db().verificationToken.findUnique({ where: { token: hashToken(token) } });
  return row && row.expires > new Date() ? parseLinkIdentifier(row.identifier) : null;
}

/** How this person signs in now, and on how many devices. */
export async function readSecurity(userId: string): Promise<{ hasPassword: boolean; providers: string[]; sessions: number }> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, accounts: { select: { provider: true } }, _count: { select: { sessions: { where: { expires: { gt: new Date() } } } } } },
  });
  return { hasPassword: user.passwordHash !== null, providers: user.accounts.map((account) => account.provider), sessions: user._count.sessions };
}

/** The stored hash for an address, for the service that compares passwords. */
export async function findPasswordHash(who: { email: string } | { id: string }): Promise<{ id: string; passwordHash: string | null } | null> {
  return db().user.findFirst({ where: { ...who, guest: false }, select: { id: true, passwordHash: true } });
}

/** Whether this person is the only admin of the site. */
export async function isLastAdmin(userId: string): Promise<boolean> {
  const admins = await db().user.findMany({ where: { roles: { has: 'admin' } }, select: { id: true }, take: 2 });
  return admins.length === 1 && admins[0]?.id === userId;
}
