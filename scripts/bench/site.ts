import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { buildSite, generateClient } from '../steps/build';
import { resolveDataDir } from '../steps/data-dir';
import { migrate } from '../steps/migrate';
import { type Database, freePort, startPostgres } from '../steps/postgres';
import { fillInSettings } from '../steps/settings';

const READY_WITHIN_MS = 60_000;

export type Site = { url: string; database: Database; stop: () => Promise<void> };

/** Builds the site if need be and serves the production build with a database of its own, for benchmarks. */
export async function startSite({ folder, env = {} }: { folder: string; env?: Record<string, string> }): Promise<Site> {
  const dataDir = resolveDataDir('.data');
  const port = await freePort();
  process.env.PORT = String(port);
  process.env.SITE_URL ||= 'http://localhost:3000'; // as `npm start` builds it, so that its build serves here too
  fillInSettings(dataDir);
  await generateClient();
  const database = await startPostgres({ folder: path.join(dataDir, folder) });
  process.env.DATABASE_URL = database.url;
  await migrate(database.url);
  await buildSite({ siteUrl: process.env.SITE_URL, env: process.env, progress: (text) => console.error(`  build: ${text}`) });
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env },
  });
  await answering(`${url}/api/health`, server);
  return { url, database, stop: async () => (await stopProcess(server), database.stop()) };
}

/** Waits until `url` answers 200. @throws Error when the process ends first or the time is up */
export async function answering(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it answered.`);
    const ok = await fetch(url).then((response) => response.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${READY_WITHIN_MS / 1000} s.`);
}

/** Ends a process we started and waits for it. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
