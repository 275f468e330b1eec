import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { surveyExercises } from '../../lib/content/answer-key';
import { checkContent } from '../../lib/content/data';
import { closeSandbox, gradeNow, openSandbox, runNow, sandboxStatus } from '../../lib/grading/service';
import { log } from '../../lib/platform/log';
import { outOf } from '../exercise-trials';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { type Bench, keepingBench, NoSandbox } from './bench';
import { keptFile, KeptResults } from './kept-results';
import type { Options } from './options';
import { faultsOf, formatOutcome } from './report';
import { type Outcome, tryAll } from './try-all';
import { watchFolder } from './watch';

/** @returns the exit code: 1 when something is not as it must be */
export async function checkExercises(options: Options): Promise<number> {
  // Nothing here touches the database or signs anything, but the environment is parsed as a whole.
  process.env.DATABASE_URL ??= 'postgresql://unused@127.0.0.1:1/unused';
  process.env.AUTH_SECRET ??= 'check-exercises signs nothing, ever';
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  process.env.DATA_DIR = dataDir;
  const say = console.log;
  if (options.json) {
    // standard output is for the object; what the steps say goes beside it
    console.log = console.error;
    log.level = 'silent';
  }
  const kept = new KeptResults(options.cache ? keptFile(dataDir) : null);
  try {
    const bench = await openBench({ dataDir, kept });
    const once = () => checkOnce({ options, bench, kept, say });
    if (!options.watch) return await once();
    await watchFolder({ folder: path.join(options.content, 'courses'), onChange: once });
    return 0;
  } catch (error) {
    if (!(error instanceof NoSandbox)) throw error;
    console.error(`The sandbox does not work, so nothing can be checked: ${error.message}`);
    return 1;
  } finally {
    await closeSandbox();
  }
}

/** The sandbox is opened when something has to be run that was not run before. */
async function openBench({ dataDir, kept }: { dataDir: string; kept: KeptResults }): Promise<Bench> {
  const { image, reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!image) throw new NoSandbox(reason);
  let opened: Promise<void> | null = null;
  const sandbox = async () => {
    await (opened ??= openSandbox());
    const { open, reason: closed } = sandboxStatus();
    if (!open) throw new NoSandbox(closed ?? 'no reason given');
    return { gradeNow, runNow };
  };
  return keepingBench({ kept, image: `${image.imageHash} ${image.recipeHash}`, root: process.cwd(), sandbox });
}

async function checkOnce({ options, bench, kept, say }: { options: Options; bench: Bench; kept: KeptResults; say: (text: string) => void }): Promise<number> {
  const began = Date.now();
  const { content, where, update, json } = options;
  const [{ courses, keys }, { counts }] = await Promise.all([surveyExercises({ root: content }), checkContent({ root: content })]);
  const outcome = await tryAll({ courses, keys, bench, where, atOnce: os.availableParallelism() });
  kept.save();
  const { tried, scores, mismatches } = outcome;
  if (!tried.length) {
    console.error(where ? `Nothing to check in ${where}. Give a lesson's name or a part of a path, such as sessions/exercises.` : 'There is nothing to check: npm run check:content says why.');
    return 1;
  }
  if (update) for (const one of tried) if (mismatches.some(({ file }) => file === outOf(one.file))) one.fault = null; // written below
  for (const line of formatOutcome(outcome)) console.log(line);
  await settleMismatches({ mismatches, update, content });
  const failed = tried.filter(({ fault }) => fault !== null).length + scores.filter((scored) => faultsOf(scored).length > 0).length;
  const seconds = (Date.now() - began) / 1000;
  const { mutants, killed, waived } = sumsOf(outcome);
  console.log(`${killed} of ${mutants} mutants killed, ${waived} waived; ${seconds.toFixed(1)} s`);
  console.log(`${tried.length + scores.length - failed} passed, ${failed} failed`);
  if (json) {
    const { lessons, examples, exercises, questions, errors, warnings } = counts;
    say(JSON.stringify({ lessons, examples, exercises, questions, errors: errors + failed, warnings, mutants, killed, waived, seconds, scores: scores.map(({ file, score, fault }) => ({ file, ...score, ...(fault === null ? {} : { fault }) })), faults: tried.filter(({ fault }) => fault !== null) }, null, 2));
  }
  return failed || (json && counts.errors) ? 1 : 0;
}

function sumsOf({ scores }: Outcome) {
  const sum = (key: 'mutants' | 'killed' | 'waived') => scores.reduce((total, { score }) => total + (score?.[key] ?? 0), 0);
  return { mutants: sum('mutants'), killed: sum('killed'), waived: sum('waived') };
}

async function settleMismatches({ mismatches, update, content }: { mismatches: Outcome['mismatches']; update: boolean; content: string }) {
  for (const { file, expected, actual } of mismatches) {
    console.log(createTwoFilesPatch(file, `${file} (printed now)`, expected, actual));
    if (update) await fs.writeFile(path.join(content, file.slice('content/'.length)), actual);
  }
  if (update && mismatches.length) console.log(`${mismatches.length} .out files written: read them before you commit them.`);
}
