import os from 'node:os';
import path from 'node:path';
import type { Triable, TriedFile, TryLine } from '../../lib/authoring/schema';
import type { ExerciseKey } from '../../lib/content/schema';
import { gradeNow, openSandbox, runNow, sandboxStatus } from '../../lib/grading/service';
import { listTrials, type Trial } from '../exercise-trials';
import { type Graded, NoSandbox } from '../exercises/bench';
import { JobCount } from '../exercises/progress-bar';
import { tryAll } from '../exercises/try-all';
import type { FoundExercise } from './find-exercise';
import { placeOf } from './follow-content';
import { sharedBench, toFacts } from './mutation-facts';

type Wanted = FoundExercise & { what: Triable; root: string };

/** Runs a part of an exercise in the sandbox, by the trials of check:exercises, and tells each step. */
export async function* tryExercise({ what, ...wanted }: Wanted): AsyncGenerator<TryLine> {
  if (what === 'mutants') return yield* tryMutants(wanted);
  const files = filesOf({ what, ...wanted });
  const trials = listTrials({ courses: wanted.courses, keys: [wanted.key], onMismatch: () => {} });
  for (const [done, file] of files.entries()) {
    yield { progress: { done, total: files.length } };
    yield { tried: await tryFile({ file, trials: trials.filter((trial) => trial.file === file), root: wanted.root }) };
  }
}

function filesOf({ what, folder, key }: { what: Triable; folder: string; key: ExerciseKey }): string[] {
  return what === 'mistakes' ? key.wrong.map(({ id }) => `${folder}/wrong/${id}.py`) : [`${folder}/${what}.py`];
}

/** Always run anew, never taken from what is kept: who presses the button wants to see it happen. */
async function tryFile({ file, trials, root }: { file: string; trials: Trial[]; root: string }): Promise<TriedFile> {
  const { gradeNow: grade } = await openedSandbox();
  const began = performance.now();
  const outcomes = await Promise.all(
    trials.map(async (trial) => {
      const results: Graded[] = [];
      const fault = await trial.run({ run: runNow, grade: async (job) => results[results.push(await grade(job)) - 1] as Graded });
      return { fault, result: results[0] };
    }),
  );
  const shown = outcomes.find(({ fault }) => fault !== null)?.result ?? outcomes[0]?.result;
  const [first] = trials;
  if (!shown || !first) throw new Error(`${file} is not there, so it cannot be tried.`);
  return {
    file,
    link: placeOf({ root, file }).link,
    wanted: trials.length > 1 ? first.name.replace(/ \(seed .*$/, ` with ${trials.length} seeds`) : first.name,
    faults: [...new Set(outcomes.flatMap(({ fault }) => fault ?? []))],
    verdict: shown.verdict,
    summary: shown.summary,
    hint: shown.checks.find(({ status }) => status === 'failed')?.hint ?? shown.hint,
    runs: outcomes.length,
    ms: Math.round(performance.now() - began),
  };
}

async function* tryMutants({ courses, key, folder, root }: Omit<Wanted, 'what'>): AsyncGenerator<TryLine> {
  const shared = sharedBench(openedSandbox);
  if (!shared) throw new NoSandbox('There is no sandbox image yet: npm run prepare:sandbox makes one.');
  const steps = new Steps();
  const all = tryAll({ courses, keys: [key], bench: shared.bench, where: path.posix.join(folder, 'solution.py'), atOnce: os.availableParallelism(), bar: steps }).finally(() => steps.end());
  yield* steps.told();
  const { scores } = await all;
  shared.kept.save();
  const [scored] = scores;
  yield { mutation: toFacts({ score: scored?.score ?? null, fault: scored?.fault ?? null, root }) };
}

/** Opened the first time that something is tried. @throws NoSandbox with the reason */
async function openedSandbox(): Promise<{ gradeNow: typeof gradeNow; runNow: typeof runNow }> {
  if (!sandboxStatus().open) await openSandbox();
  const { open, reason } = sandboxStatus();
  if (!open) throw new NoSandbox(`The sandbox does not work here: ${reason ?? 'no reason given'}`);
  return { gradeNow, runNow };
}

/** The progress bar of check:exercises, as lines for whoever waits. */
class Steps extends JobCount {
  private over = false;
  private wake = () => {};

  end(): void {
    this.over = true;
    this.wake();
  }

  async *told(): AsyncGenerator<TryLine> {
    while (!this.over) {
      yield { progress: { done: this.done, total: this.total } };
      if (!this.over) await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  protected show(): void {
    this.wake();
  }
}
