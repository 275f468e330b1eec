import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { prepareSandbox } from '../prepare-sandbox';
import { keepDatabase } from '../start/keep-database';
import { buildSite, generateClient } from '../steps/build';
import { migrate } from '../steps/migrate';
import { findPostmaster, freePort, startPostgres } from '../steps/postgres';
import { fillInSettings } from '../steps/settings';
import { serve } from '../steps/site';
import { Part } from './part';
import { killNow } from './processes';

/** graders in the web process, and in each process of its own */
const SLOTS = '2';

export type BreakableSite = {
  url: string;
  web: Part;
  graders: Part[];
  /** Runs one statement, again and again until the database answers: it may be down. */
  ask: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  killPostgres: () => boolean;
  stop: () => Promise<void>;
};

/** Starts all the parts of a site, each to be killed on its own, with a PostgreSQL that belongs to this run alone. */
export async function startBreakableSite({ dataDir, say }: { dataDir: string; say: (text: string) => void }): Promise<BreakableSite> {
  const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE || 'auto' });
  if (reason) throw new Error(reason);
  process.env.SITE_URL = 'http://localhost:3000'; // what `npm start` builds with, so that one build serves both
  fillInSettings(dataDir);
  await generateClient();
  const folder = path.join(dataDir, `faults-${process.pid}`);
  // as the site itself uses it: durable, because it is going to be killed
  const database = await startPostgres({ folder });
  const kept = keepDatabase({ folder, url: database.url, say });
  const parts: Part[] = [];
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()));
    await kept.stop();
    await database.stop();
    // what they said stays, until the next run
    const logs = path.join(dataDir, 'reports', 'faults');
    fs.rmSync(logs, { recursive: true, force: true });
    fs.cpSync(folder, logs, { recursive: true, filter: (file) => file === folder || file.endsWith('.log') });
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env.DATABASE_URL = database.url;
    await migrate(database.url);
    await buildSite({ siteUrl: process.env.SITE_URL, env: process.env, progress: (text) => say(`build: ${text}`) });
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const secret = `${randomUUID()}${randomUUID()}`;
    const settings = { PORT: String(port), SITE_URL: url, NEXTAUTH_URL: url, AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, GRADERS: SLOTS, LOG_LEVEL: 'warn' };
    const web = new Part('web', path.join(folder, 'web.log'), (output) => serve(settings, output));
    parts.push(web);
    const ask = asker(database.url);
    const workers = await untilWorkers({ ask, moreThan: 0 });
    const grader = new Part('grader', path.join(folder, 'grader.log'), (output) => startGrader(settings, output));
    parts.push(grader);
    await untilWorkers({ ask, moreThan: workers });
    return { url, web, graders: [grader], ask, killPostgres: () => killPostmaster(folder), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until more graders than that are alive. @returns how many */
async function untilWorkers({ ask, moreThan }: { ask: BreakableSite['ask']; moreThan: number }): Promise<number> {
  for (const until = Date.now() + GIVE_UP_MS; Date.now() < until; ) {
    const [row] = await ask<{ workers: number }>(`SELECT count(*)::int AS workers FROM "WorkerHeartbeat"`);
    if (row && row.workers > moreThan) return row.workers;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw new Error('The graders did not start.');
}

function startGrader(env: Record<string, string>, output: number) {
  const args = ['--import', 'tsx', '--conditions=react-server', 'scripts/grader.ts'];
  return spawn(process.execPath, args, { stdio: ['ignore', output, output], env: { ...process.env, NODE_ENV: 'production', ...env } });
}

function killPostmaster(folder: string): boolean {
  const postmaster = findPostmaster(folder);
  return postmaster !== null && killNow(postmaster);
}

const RETRY_MS = 200;
const GIVE_UP_MS = 90_000;

function asker(connectionString: string): BreakableSite['ask'] {
  return async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    for (const until = Date.now() + GIVE_UP_MS; ; ) {
      const client = new pg.Client({ connectionString });
      client.on('error', () => {}); // the query says so itself
      try {
        await client.connect();
        return (await client.query<Row>(text, values)).rows;
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      } finally {
        await client.end().catch(() => {});
      }
    }
  };
}
