// npm test: every suite on a fresh machine. Ends with `N passed, N failed, N skipped` summed over all of them.
// `npm test -- unit e2e` runs only the suites named.
import fs from 'node:fs';
import path from 'node:path';
import { generateClient } from '../steps/build';
import { resolveDataDir } from '../steps/data-dir';
import { FOR_TESTS, startPostgres } from '../steps/postgres';
import { fillInSettings } from '../steps/settings';
import { type Progress, step } from '../steps/step';
import { runInOrder } from './order';
import { type Counts, type Suite, SUITES } from './suites';

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.find((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown) throw new Error(`There is no suite "${unknown}". Suites: ${SUITES.map((suite) => suite.name).join(', ')}`);
  const suites = SUITES.filter((suite) => !wanted.length || wanted.includes(suite.name));
  const dataDir = resolveDataDir('.data/test');
  process.env.LOG_LEVEL ||= 'warn';
  fillInSettings(dataDir);
  fs.mkdirSync(path.join(dataDir, 'reports'), { recursive: true });

  await step('Making the database client', generateClient);
  const database = await startTestDatabase(dataDir);
  process.env.DATABASE_URL = database.url;
  try {
    report(await runInOrder({ suites, run: async (suite) => ({ name: suite.name, counts: await runSuite(suite, dataDir) }) }));
  } finally {
    await database.stop();
  }
}

async function startTestDatabase(dataDir: string) {
  const folder = path.join(dataDir, 'postgres');
  const opened: Awaited<ReturnType<typeof startPostgres>>[] = [];
  await step('Starting a PostgreSQL for tests', async () => void opened.push(await startPostgres({ folder, settings: FOR_TESTS })));
  const database = opened[0];
  if (!database) throw new Error('PostgreSQL did not start');
  return database;
}

async function runSuite(suite: Suite, dataDir: string): Promise<Counts> {
  let counts: Counts | undefined;
  const work = async (progress: Progress) => {
    counts = await suite.run({ dataDir, progress });
    const words = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
    if (counts.failed > 0) throw new Error(words);
    return words;
  };
  await step(`Suite ${suite.name}: ${suite.proves}`, work).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
  // a suite that broke off before it counted anything is one failure
  return counts ?? { passed: 0, failed: 1, skipped: 0 };
}

function report(results: { name: string; counts: Counts }[]): void {
  console.log('\nSuites');
  for (const { name, counts } of results) console.log(`  ${name.padEnd(12)} passed ${counts.passed}, failed ${counts.failed}, skipped ${counts.skipped}`);
  const sum = (key: keyof Counts) => results.reduce((total, { counts }) => total + counts[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
