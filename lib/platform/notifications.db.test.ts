import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { env } from './env';
import { closeNotifications, listen } from './notifications';

/** longer than the line waits before it connects again */
const AWAY_MS = 2500;

const database = new URL(env().DATABASE_URL).pathname.slice(1);
const fromOutside = new URL(env().DATABASE_URL);
fromOutside.pathname = '/postgres';
const operator = new pg.Client({ connectionString: fromOutside.href });
const allow = (connections: boolean) => operator.query(`ALTER DATABASE ${pg.escapeIdentifier(database)} ALLOW_CONNECTIONS ${connections}`);

afterAll(async () => {
  await closeNotifications();
  await operator.end();
});

async function say(word: string): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  await client.query('SELECT pg_notify($1, $2)', ['heard', word]).finally(() => client.end());
}

it('listens again after the database was away, however long that was', { timeout: 30_000 }, async () => {
  await operator.connect();
  const heard: string[] = [];
  await listen({ channel: 'heard', onMessage: (word) => heard.push(word) });
  await say('before');
  await expect.poll(() => heard).toContain('before');

  await allow(false);
  try {
    await operator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
  } finally {
    await allow(true);
  }
  // nobody calls listen() again
  await expect.poll(async () => say('after').then(() => heard), { timeout: 10_000, interval: 500 }).toContain('after');
});

it('listens later when the database was away at first', { timeout: 30_000 }, async () => {
  await closeNotifications();
  const heard: string[] = [];
  await allow(false);
  try {
    await listen({ channel: 'heard', onMessage: (word) => heard.push(word) });
  } finally {
    await allow(true);
  }
  await expect.poll(async () => say('late').then(() => heard), { timeout: 10_000, interval: 500 }).toContain('late');
});
