import { dropDatabase, ensureDatabase } from '../steps/postgres';
import { migrate } from '../steps/migrate';

/**
 * Vitest's global set-up for integration tests: a new, migrated database on the server that DATABASE_URL names.
 * Tests share it, one file after the other, so each makes rows of its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('Integration tests need DATABASE_URL. `npm test` starts a PostgreSQL for them.');
  const url = new URL(server);
  url.pathname = `/coursewright_test_${process.pid}`;
  await ensureDatabase(url.href);
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  process.env.AUTH_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests';
  return () => dropDatabase(url.href);
}
