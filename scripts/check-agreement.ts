// npm run check:agreement [-- path]: runs every example, solution, starter and known wrong answer in the browser's Python and in
// the sandbox, and says of which program, and which check, the two say otherwise.
import { surveyExercises } from '../lib/content/answer-key';
import { visibleChecksOf } from '../lib/content/data';
import { closeSandbox, gradeNow, openSandbox, runNow, sandboxStatus } from '../lib/grading/service';
import { listAgreementTrials } from './agreement-trials';
import { startPythonInNode } from './browser-python/python-in-node';
import { prepareSandbox } from './prepare-sandbox';
import { resolveDataDir } from './steps/data-dir';

// Nothing here touches the database or signs anything, but the environment is parsed as a whole.
process.env.DATABASE_URL ??= 'postgresql://unused@127.0.0.1:1/unused';
process.env.AUTH_SECRET ??= 'check-agreement signs nothing, ever';
const dataDir = resolveDataDir(process.env.DATA_DIR);
process.env.DATA_DIR = dataDir;

/** one that stays, so that a fault can be met again, and one of today */
const SEEDS = [1, Math.floor(Date.now() / 86_400_000)];
const where = process.argv[2]?.replace(/^\.\//, '');

async function main(): Promise<number> {
  const prepared = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!prepared.reason) await openSandbox();
  const { open, reason } = sandboxStatus();
  if (!open) {
    console.error(`The sandbox does not work, so nothing can be compared: ${prepared.reason ?? reason}`);
    return 1;
  }
  const browser = await startPythonInNode({ dataDir, progress: () => undefined });
  const { courses, keys } = await surveyExercises();
  const all = listAgreementTrials({ courses, keys, visibleOf: visibleChecksOf, places: { browser, server: { grade: gradeNow, run: runNow } }, seeds: SEEDS });
  const trials = all.filter(({ file }) => !where || file.includes(where));
  if (trials.length === 0) {
    console.error(`There is nothing to compare${where ? ` in ${where}` : ''}.`);
    return 1;
  }
  let faults = 0;
  for (const { file, name, run } of trials) {
    const fault = await run().catch((error: unknown) => `could not be tried: ${error instanceof Error ? error.message : String(error)}`);
    if (!fault) continue;
    faults += 1;
    console.log(`${file}\n  wanted: ${name}\n  found:  ${fault}`);
  }
  console.log(`in the browser: ${Object.entries(browser.versions()).map(([name, version]) => `${name} ${version}`).join(', ')}`);
  console.log(`${trials.length - faults} passed, ${faults} failed`);
  return faults ? 1 : 0;
}

process.exitCode = await main().finally(closeSandbox);
