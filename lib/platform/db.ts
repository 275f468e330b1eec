import 'server-only';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { env } from './env';
import { log } from './log';

export { Prisma } from '@/prisma/generated/client';

// Next compiles routes apart from each other: without this each would open a pool of its own.
const shared = globalThis as typeof globalThis & { coursewrightDb?: PrismaClient; coursewrightPool?: pg.Pool };

function pool(): pg.Pool {
  if (shared.coursewrightPool) return shared.coursewrightPool;
  const made = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10 });
  made.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  return (shared.coursewrightPool = made);
}

/** The one database client of this process; it connects on first use. */
export function db(): PrismaClient {
  shared.coursewrightDb ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.coursewrightDb;
}

/** What runs inside `db().$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** PostgreSQL's number for `timestamp`, which holds no zone: here all are UTC. */
const TIMESTAMP = 1114;
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === TIMESTAMP ? (text: string) => new Date(`${text.replace(' ', 'T')}Z`) : (pg.types.getTypeParser(id, format as 'text') as (text: string) => unknown),
} as pg.CustomTypesConfig;

const names = new Map<string, string>();

/**
 * The rows of one statement, prepared once a connection, past what Prisma does for each query: a fifth of its processor
 * time. For the few that every submission needs; a column of an enum's array has to be cast to text[].
 * docs/decisions/0053-fair-queue.md
 */
export async function readRows<Row>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  const given = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return (await pool().query<Row & pg.QueryResultRow>({ name, text, values: given, types })).rows;
}

/** Closes the pool. For scripts and tests; the server keeps it until it stops. */
export async function closeDb(): Promise<void> {
  const { coursewrightDb, coursewrightPool } = shared;
  shared.coursewrightDb = undefined;
  shared.coursewrightPool = undefined;
  await coursewrightDb?.$disconnect();
  await coursewrightPool?.end();
}
