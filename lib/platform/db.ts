import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { env } from './env';

export { Prisma } from '@/prisma/generated/client';

// Next compiles routes apart from each other: without this each would open a pool of its own.
const shared = globalThis as typeof globalThis & { coursewrightDb?: PrismaClient };

function open(): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }) });
}

/** The one database client of this process; it connects on first use. */
export function db(): PrismaClient {
  shared.coursewrightDb ??= open();
  return shared.coursewrightDb;
}

/** What runs inside `db().$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** Closes the pool. For scripts and tests; the server keeps it until it stops. */
export async function closeDb(): Promise<void> {
  await shared.coursewrightDb?.$disconnect();
  shared.coursewrightDb = undefined;
}
