import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { prepareBrowserPython } from './browser-python';
import { buildSite, generateClient } from './build';
import { resolveDataDir } from './data-dir';
import { migrate } from './migrate';
import { dropDatabase, ensureDatabase, startPostgres } from './postgres';
import { fillInSettings } from './settings';

const READY_WITHIN_MS = 60_000;
/** what the server says is not what a benchmark prints */
const STDERR = 2;

export type Site = { url: string; databaseUrl: string; server: ChildProcess; stop: () => Promise<void> };

/**
 * Builds the site if need be and serves the production build on `port` with a new, empty database, for benchmarks and
 * browser tests: on the server of DATABASE_URL if that is set, else on an embedded one.
 */
export async function startSite({ port, env = {} }: { port: number; env?: Record<string, string> }): Promise<Site> {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  process.env.SITE_URL = 'http://localhost:3000'; // what `npm start` builds with, so that one build serves both
  fillInSettings(dataDir);
  await generateClient();
  const database = await newDatabase(dataDir);
  process.env.DATABASE_URL = database.url;
  await migrate(database.url);
  const progress = (text: string) => console.error(`  build: ${text}`);
  await prepareBrowserPython({ dataDir, progress });
  await buildSite({ siteUrl: process.env.SITE_URL, env: process.env, progress });
  const url = `http://localhost:${port}`;
  const server = serve({ PORT: String(port), SITE_URL: url, NEXTAUTH_URL: url, LOG_LEVEL: 'warn', ...env }, STDERR);
  await answering(`${url}/api/health`, server);
  const stop = async () => {
    await stopProcess(server);
    await database.remove();
  };
  return { url, databaseUrl: database.url, server, stop };
}

/** The production web server as a process of its own. @param output where what it says goes; left out, where ours goes */
export function serve(env: Record<string, string>, output: 'inherit' | number = 'inherit'): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/serve/main.ts'], {
    stdio: ['ignore', output, output],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
}

async function newDatabase(dataDir: string): Promise<{ url: string; remove: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startPostgres({ folder: path.join(dataDir, 'scratch-postgres') });
  const url = new URL(given ?? embedded?.url ?? '');
  url.pathname = `/coursewright_site_${process.pid}`;
  await ensureDatabase(url.href);
  const remove = async () => {
    await dropDatabase(url.href);
    await embedded?.stop();
  };
  return { url: url.href, remove };
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
