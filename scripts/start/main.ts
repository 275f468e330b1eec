// npm start [-- --demo] and npm run dev: every step up to a served site.
import path from 'node:path';
import { parseEnv } from '../../lib/platform/env';
import { prepareSandbox } from '../prepare-sandbox';
import { prepareBrowserPython } from '../steps/browser-python';
import { buildSite, generateClient } from '../steps/build';
import { stopRunning } from '../steps/command';
import { resolveDataDir } from '../steps/data-dir';
import { loadDotEnv } from '../steps/dot-env';
import { migrate } from '../steps/migrate';
import { type Database, ensureDatabase, requirePort, startPostgres } from '../steps/postgres';
import { fillInSettings } from '../steps/settings';
import { step } from '../steps/step';
import { keepDatabase } from './keep-database';
import { supervise } from './supervise';

const FLAGS = { '--demo': 'also makes a demo classroom', '--dev': 'serves with hot reload instead of building' };

async function main(flags: string[]): Promise<void> {
  const unknown = flags.find((flag) => !(flag in FLAGS));
  if (unknown) throw new Error(`Unknown flag ${unknown}. Known are:\n${Object.entries(FLAGS).map(([flag, does]) => `  ${flag} ${does}`).join('\n')}`);
  const development = flags.includes('--dev');
  loadDotEnv();
  const wanted = path.resolve(process.env.DATA_DIR || '.data');
  const dataDir = resolveDataDir(wanted);
  if (dataDir !== wanted) console.log(`  Data is kept in ${dataDir}: the database does not run as root and could not reach this folder`);
  fillInSettings(dataDir);
  const settings = parseEnv({ DATABASE_URL: 'postgresql://embedded', ...process.env });
  await requirePort(settings.PORT);
  const stop = stopSignal();

  await step('Making the database client', generateClient);
  const { reason } = await prepareSandbox({ dataDir, wanted: settings.SANDBOX_ENGINE });
  if (reason) console.error(`  Grading is off until there is a sandbox; the rest of the site works.\n  ${reason}`);
  stop.throwIfAborted();
  // beside the steps up to the served site, none of which needs it; it throws nothing
  const python = step('Python for the browser', (progress) => prepareBrowserPython({ dataDir, progress }));
  const database = await openDatabase(dataDir);
  try {
    process.env.DATABASE_URL = database.url;
    await step('Migrating the database', async () => (await migrate(database.url)).join(', ') || 'up to date');
    if (!development) await step('Building the site', (progress) => buildSite({ siteUrl: settings.SITE_URL, env: process.env, progress }));
    await python;
    stop.throwIfAborted();
    // imported only now: these read the database client that the first step made
    const { welcome } = await import('./welcome');
    const words = await welcome({ demo: flags.includes('--demo'), settings });
    await supervise({ development, onListening: () => console.log(`\n${words}\n`), stop });
  } finally {
    await step('Stopping the database', () => database.stop());
  }
}

/** Aborts at the first Ctrl-C or signal to end, whatever step that comes in; what runs at that moment is ended. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      controller.abort(new Error('Stopped.'));
      stopRunning();
    });
  }
  return controller.signal;
}

async function openDatabase(dataDir: string): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (!given) {
    const folder = path.join(dataDir, 'postgres');
    let opened: Database | undefined;
    await step('Starting PostgreSQL', async () => {
      const started = await startPostgres({ folder });
      const kept = keepDatabase({ folder, url: started.url });
      opened = { ...started, stop: () => kept.stop().then(started.stop) };
      return `embedded, data in ${path.relative('.', folder)}`;
    });
    if (opened) return opened;
  }
  await step('Finding the database of DATABASE_URL', () => ensureDatabase(given ?? ''));
  return { url: given ?? '', stop: async () => undefined };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1); // what goes on beside the step that failed is not waited for
});
