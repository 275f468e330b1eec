// npm run replay: grades stored submissions again, and says what differs. scripts/replay/options.ts has the usage.
import { closeSandbox, openSandbox, sandboxStatus } from '../lib/grading/service';
import { AppError } from '../lib/platform/errors';
import { log } from '../lib/platform/log';
import { prepareSandbox } from './prepare-sandbox';
import { exerciseAt } from './replay/exercise-at';
import { openDatabase } from './replay/open-database';
import { CannotReplay, type Options, readOptions, WORKING_TREE } from './replay/options';
import { formatExerciseReplay, replayExercise } from './replay/replay-exercise';
import { formatReplayed, replayOne, requireGraded } from './replay/replay-one';
import { resolveDataDir } from './steps/data-dir';
import { loadDotEnv } from './steps/dot-env';
import { fillInSettings } from './steps/settings';

const say = console.log;
// Standard output is for the answer: what the steps say goes beside it, and faults are part of the answer.
console.log = console.error;
log.level = 'silent';

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  loadDotEnv();
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  fillInSettings(dataDir);
  const close = await openDatabase(dataDir);
  try {
    return await replay(options, dataDir);
  } finally {
    await closeSandbox();
    await close();
  }
}

/** @returns 1 when something differs */
async function replay(options: Options, dataDir: string): Promise<number> {
  if ('submissionId' in options) {
    const submission = await requireGraded(options.submissionId);
    await requireSandbox(dataDir);
    const replayed = await replayOne(submission);
    say(options.json ? JSON.stringify(replayed, null, 2) : formatReplayed(replayed));
    return replayed.same ? 0 : 1;
  }
  const { against, limit, record } = options;
  const key = await exerciseAt(options);
  await requireSandbox(dataDir);
  const replayed = await replayExercise({ key, limit, record, progress: (text) => console.error(`    … ${text}`) });
  say(options.json ? JSON.stringify({ against, ...replayed }, null, 2) : formatExerciseReplay(replayed, against === WORKING_TREE ? 'the working tree' : against));
  return replayed.flipped + replayed.otherChecks > 0 ? 1 : 0;
}

async function requireSandbox(dataDir: string): Promise<void> {
  const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!reason) await openSandbox();
  const { open, reason: closed } = sandboxStatus();
  if (!open) throw new CannotReplay(`The sandbox does not work here, so nothing can be graded: ${reason ?? closed}`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof CannotReplay || error instanceof AppError;
  console.error(known ? error.message : error);
  process.exitCode = 2;
}
