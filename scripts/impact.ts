// npm run check:impact [-- --since <git ref>] [--limit <n>] [--json]: what changed exercises would do to work that was handed in, as
// Markdown for a pull request. Runs where the site's database is; changes nothing.
import { parseArgs } from 'node:util';
import { closeSandbox, openSandbox, sandboxStatus } from '../lib/grading/service';
import { log } from '../lib/platform/log';
import { prepareSandbox } from './prepare-sandbox';
import { exercisesAt } from './replay/exercise-at';
import { changesBetween, formatImpact, type Impact } from './replay/impact';
import { openDatabase } from './replay/open-database';
import { CannotReplay, WORKING_TREE } from './replay/options';
import { replayExercise } from './replay/replay-exercise';
import { resolveDataDir } from './steps/data-dir';
import { loadDotEnv } from './steps/dot-env';
import { fillInSettings } from './steps/settings';

const say = console.log;
// Standard output is for the summary; what the steps say goes beside it.
console.log = console.error;
log.level = 'silent';

const { values } = parseArgs({ options: { since: { type: 'string', default: 'HEAD' }, limit: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } } });

async function main(): Promise<void> {
  if (!/^[1-9]\d{0,6}$/.test(values.limit)) throw new CannotReplay(`--limit must be a whole number from 1, and not "${values.limit}".`);
  loadDotEnv();
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  fillInSettings(dataDir);
  const { changed, added, removed } = changesBetween(await exercisesAt({ against: values.since }), await exercisesAt({ against: WORKING_TREE }));
  const impact: Impact = { since: values.since, changed: [], added, removed };
  if (changed.length) {
    const close = await openDatabase(dataDir);
    try {
      await requireSandbox(dataDir);
      for (const key of changed) impact.changed.push(await replayExercise({ key, limit: Number(values.limit), record: false, progress: (text) => console.error(`    … ${key.exercise.id}: ${text}`) }));
    } finally {
      await closeSandbox();
      await close();
    }
  }
  say(values.json ? JSON.stringify(impact, null, 2) : formatImpact(impact));
}

async function requireSandbox(dataDir: string): Promise<void> {
  const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!reason) await openSandbox();
  const { open, reason: closed } = sandboxStatus();
  if (!open) throw new CannotReplay(`The sandbox does not work here, so nothing can be graded: ${reason ?? closed}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof CannotReplay ? error.message : error);
  process.exitCode = 2;
}
