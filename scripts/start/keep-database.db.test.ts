import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPostmaster, startPostgres, type Database } from '../steps/postgres';
import { keepDatabase } from './keep-database';

let home: string;
let folder: string;
let database: Database;
let kept: ReturnType<typeof keepDatabase>;
beforeAll(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'coursewright-keep-'));
  fs.chmodSync(home, 0o755); // the server runs as an unprivileged user when the test runs as root
  folder = path.join(home, 'postgres');
  database = await startPostgres({ folder });
  kept = keepDatabase({ folder, url: database.url, say: () => {} });
});
afterAll(async () => {
  await kept.stop();
  await database.stop();
  fs.rmSync(home, { recursive: true, force: true });
});

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return client.query(text).then(({ rows }) => rows).finally(() => client.end());
}

it('starts a PostgreSQL that was killed with -9 again, where it was and with what it held', async () => {
  await query('CREATE TABLE kept (word text)');
  await query(`INSERT INTO kept VALUES ('here')`);
  const postmaster = findPostmaster(folder);
  expect(postmaster).toBeGreaterThan(1);
  process.kill(Number(postmaster), 'SIGKILL');
  await expect.poll(() => query('SELECT word FROM kept').catch(() => null), { timeout: 20_000 }).toEqual([{ word: 'here' }]);
  expect(findPostmaster(folder)).not.toBe(postmaster);
});
