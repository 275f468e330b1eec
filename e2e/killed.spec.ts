import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import pg from 'pg';
import { resolveDataDir } from '../scripts/steps/data-dir';
import { migrate } from '../scripts/steps/migrate';
import { dropDatabase, ensureDatabase, freePort } from '../scripts/steps/postgres';
import { answering, serve } from '../scripts/steps/site';
import { expect, makePerson, readDatabaseUrl, SESSION_COOKIE, test } from './fixtures';
import { EXERCISE } from './world';

// Long enough to be killed in the middle of, short enough for the sandbox's own limit.
const SLOW = 'import time\n\ntime.sleep(1.5)\n';
/** with one grader: one in hand, and others waiting behind it */
const HANDED_IN = 3;

type Row = { id: string; begun: boolean; graded: boolean };
const SELECT = 'SELECT id, "startedAt" IS NOT NULL AS begun, "finishedAt" IS NOT NULL AS graded FROM "Submission"';

/** A web server and a database of its own: the site of the other tests must live on. */
async function ownSite() {
  const url = new URL(readDatabaseUrl());
  url.pathname = `/coursewright_killed_${process.pid}`;
  await dropDatabase(url.href);
  await ensureDatabase(url.href);
  await migrate(url.href);
  const database = new pg.Client({ connectionString: url.href });
  await database.connect();
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const secret = `${randomUUID()}${randomUUID()}`;
  const settings = { DATABASE_URL: url.href, DATA_DIR: resolveDataDir(process.env.DATA_DIR), PORT: String(port), SITE_URL: address, NEXTAUTH_URL: address, AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, GRADERS: '1', LOG_LEVEL: 'error' };
  const servers: ChildProcess[] = [];
  const start = async () => {
    const server = serve(settings);
    servers.push(server);
    await answering(`${address}/api/health`, server);
    return server;
  };
  const remove = async () => {
    for (const server of servers) await kill(server);
    await database.end();
    await dropDatabase(url.href);
  };
  return { address, database, start, remove };
}

async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

test('a web server killed with -9 between stored and graded loses nothing, and grades each submission once', async () => {
  test.setTimeout(240_000);
  const site = await ownSite();
  try {
    const learner = await makePerson(site.database);
    const rows = async () => (await site.database.query<Row>(SELECT)).rows;
    const headers = { cookie: `${SESSION_COOKIE}=${learner.token}`, origin: site.address, 'content-type': 'application/json' };
    const keys = Array.from({ length: HANDED_IN }, () => randomUUID());
    // A program of its own each time: the same one would not be run again.
    const handIn = (idempotencyKey: string) => fetch(`${site.address}/api/submissions`, { method: 'POST', headers, body: JSON.stringify({ exerciseId: EXERCISE, code: `${SLOW}# ${idempotencyKey}\n`, idempotencyKey }) });

    const server = await site.start();
    const unanswered = keys.map((key) => handIn(key).catch(() => null));
    await expect.poll(async () => (await rows()).filter(({ begun }) => begun).length, { timeout: 60_000, intervals: [20] }).toBeGreaterThan(0);
    await expect.poll(async () => (await rows()).length, { intervals: [20] }).toBe(HANDED_IN);
    await kill(server);
    await Promise.all(unanswered);
    expect((await rows()).filter(({ graded }) => !graded).length, 'it was killed before all were graded').toBeGreaterThan(0);

    await site.start();
    // what the browser does after silence: the same again under the same key
    // (503 is an answer too: stored, and to be graded once this server's sandbox is open)
    for (const key of keys) {
      const answer = await handIn(key);
      expect([200, 202, 503]).toContain(answer.status);
      expect((await answer.json()) as object).toMatchObject({ submission: { id: expect.any(String) } });
    }
    expect(await rows()).toHaveLength(HANDED_IN);
    // the new server takes over what the dead one had in hand when its heartbeat has been missing for half a minute
    await expect.poll(async () => (await rows()).map(({ graded }) => graded), { timeout: 120_000 }).toEqual(keys.map(() => true));
    for (const { id } of await rows()) {
      const { submission } = (await (await fetch(`${site.address}/api/submissions/${id}`, { headers })).json()) as { submission: { result: { verdict: string } } };
      expect(submission.result.verdict).toMatch(/^(failed|did-not-run|over-limit)$/);
    }
    const counted = await site.database.query('SELECT attempts FROM "Progress" WHERE "learnerId" = $1', [learner.id]);
    expect(counted.rows).toEqual([{ attempts: HANDED_IN }]);
  } finally {
    await site.remove();
  }
});
