import 'server-only';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { env } from './env';
import { log } from './log';

export { Prisma } from '@/prisma/generated/client';

// Next compiles routes apart from each other: without this each would open a pool of its own.
const shared = globalThis as typeof globalThis & { coursewrightDb?: PrismaClient; coursewrightPools?: Map<Line, pg.Pool> };

/** Who asks. Graders have connections of their own: in a crowd they would wait behind a thousand who hand in. */
type Line = 'web' | 'grading';
const CONNECTIONS: Record<Line, number> = { web: 10, grading: 4 };

function pool(line: Line): pg.Pool {
  const pools = (shared.coursewrightPools ??= new Map());
  const found = pools.get(line);
  if (found) return found;
  const made = new pg.Pool({ connectionString: env().DATABASE_URL, max: CONNECTIONS[line] });
  made.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  pools.set(line, made);
  return made;
}

/** The one database client of this process; it connects on first use. */
export function db(): PrismaClient {
  shared.coursewrightDb ??= new PrismaClient({ adapter: new PrismaPg(pool('web')) });
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
export async function readRows<Row>({ text, values }: Prisma.Sql, line: Line = 'web'): Promise<Row[]> {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  const given = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return (await pool(line).query<Row & pg.QueryResultRow>({ name, text, values: given, types })).rows;
}

/** Closes the pool. For scripts and tests; the server keeps it until it stops. */
export async function closeDb(): Promise<void> {
  const { coursewrightDb, coursewrightPools } = shared;
  shared.coursewrightDb = undefined;
  shared.coursewrightPools = undefined;
  await coursewrightDb?.$disconnect();
  await Promise.all([...(coursewrightPools?.values() ?? [])].map((made) => made.end()));
}
