import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const MIGRATIONS = 'prisma/migrations';
/** the advisory lock Prisma's own migration engine takes, so that the two never run at once */
const PRISMA_LOCK = 72707369;
/** the table Prisma's engine makes, column for column, so that `prisma migrate status` and `deploy` agree with us */
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };

/**
 * Applies the migrations that `url` lacks and returns their names.
 * @throws Error when one was changed after it had been applied, or failed half-way
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(PRISMA_TABLE);
    const waiting = await findWaiting(client);
    for (const migration of waiting) await apply(client, migration);
    return waiting.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

function readMigrations(): Migration[] {
  const names = fs.readdirSync(MIGRATIONS).filter((name) => fs.existsSync(path.join(MIGRATIONS, name, 'migration.sql')));
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

async function findWaiting(client: pg.Client): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }>(
    'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const broken = rows.find((row) => !row.finished_at);
  if (broken) throw new Error(`Migration ${broken.migration_name} failed earlier (${broken.logs ?? 'no message'}). Mend it by hand, then mark it with: npx prisma migrate resolve`);
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const all = readMigrations();
  const changed = all.find((migration) => applied.has(migration.name) && applied.get(migration.name) !== migration.checksum);
  if (changed) throw new Error(`Migration ${changed.name} was edited after it had been applied to this database. Put it back and add a new one.`);
  return all.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)]);
    throw error;
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}
