import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { parseEnv } from '../../lib/platform/env';
import { closeDb } from '../../lib/platform/db';
import { welcome } from './welcome';

afterAll(closeDb);

it('leaves no connection behind: the database is stopped after the site, and would break it', async () => {
  expect(await welcome({ demo: false, settings: parseEnv(process.env) })).toContain('Stop with Ctrl-C.');
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  await client.end();
  expect(rows).toEqual([]);
});
