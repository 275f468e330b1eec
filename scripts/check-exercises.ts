// npm run check:exercises [-- path] [--update]: runs every example, solution, starter and known wrong answer in the real sandbox.
// A path narrows it: a lesson's name, or any part of a file's path. --update writes what examples print into their .out files.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { surveyExercises } from '../lib/content/answer-key';
import { closeSandbox, gradeNow, openSandbox, runNow, sandboxStatus } from '../lib/grading/service';
import { listTrials, type Mismatch, type Trial } from './exercise-trials';
import { prepareSandbox } from './prepare-sandbox';
import { resolveDataDir } from './steps/data-dir';

// Nothing here touches the database or signs anything, but the environment is parsed as a whole.
process.env.DATABASE_URL ??= 'postgresql://unused@127.0.0.1:1/unused';
process.env.AUTH_SECRET ??= 'check-exercises signs nothing, ever';
const dataDir = resolveDataDir(process.env.DATA_DIR);
process.env.DATA_DIR = dataDir;

const update = process.argv.includes('--update');
const where = process.argv.slice(2).find((argument) => !argument.startsWith('--'))?.replace(/^\.\//, '');

async function runTrials({ trials, slots }: { trials: Trial[]; slots: number }) {
  const faults = new Map<Trial, string>();
  const waiting = [...trials];
  const work = async () => {
    for (let trial = waiting.shift(); trial; trial = waiting.shift()) {
      const fault = await trial.run().catch((error: unknown) => `could not be tried: ${error instanceof Error ? error.message : String(error)}`);
      if (fault) faults.set(trial, fault);
    }
  };
  await Promise.all(Array.from({ length: slots }, work));
  return faults;
}

async function settleMismatches(mismatches: Mismatch[]) {
  for (const { file, expected, actual } of mismatches) {
    console.log(createTwoFilesPatch(file, `${file} (printed now)`, expected, actual));
    if (update) await fs.writeFile(path.join(process.cwd(), file), actual);
  }
  if (update && mismatches.length) console.log(`${mismatches.length} .out files written: read them before you commit them.`);
}

async function main() {
  const { courses, keys } = await surveyExercises();
  const mismatches: Mismatch[] = [];
  const all = listTrials({ courses, keys, bench: { grade: gradeNow, run: runNow }, onMismatch: (mismatch) => mismatches.push(mismatch) });
  const trials = all.filter((trial) => !where || trial.file.includes(where));
  if (!trials.length) {
    console.error(where ? `Nothing to check in ${where}. Give a lesson's name or a part of a path, such as sessions/exercises.` : 'There is nothing to check: npm run check:content says why.');
    return 1;
  }
  const prepared = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!prepared.reason) await openSandbox();
  const { open, reason, slots } = sandboxStatus();
  if (!open) {
    console.error(`The sandbox does not work, so nothing can be checked: ${prepared.reason ?? reason}`);
    return 1;
  }
  const faults = await runTrials({ trials, slots: Math.min(slots || 1, os.availableParallelism()) });
  for (const [{ file, name }, fault] of faults) console.log(`${file}\n  wanted: ${name}\n  found:  ${fault}`);
  await settleMismatches(mismatches);
  for (const file of new Set(trials.map((trial) => path.dirname(trial.file.replace('/wrong/', '/'))))) {
    const here = trials.filter((trial) => path.dirname(trial.file.replace('/wrong/', '/')) === file);
    const bad = here.filter((trial) => faults.has(trial)).length;
    console.log(`${bad ? 'FAIL' : 'ok  '} ${file}: ${here.length - bad} of ${here.length}`);
  }
  console.log(`${trials.length - faults.size} passed, ${faults.size} failed`);
  return faults.size ? 1 : 0;
}

process.exitCode = await main().finally(closeSandbox);
