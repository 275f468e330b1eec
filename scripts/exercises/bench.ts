import fs from 'node:fs';
import path from 'node:path';
import type { ExerciseKey } from '../../lib/content/schema';
import type { GradingResult, RunResult } from '../../lib/grading/schema';
import type { KeptResults } from './kept-results';
import { hashOfFiles } from './kept-results';

export type Graded = GradingResult & { fault?: string | null };

/** The sandbox, as far as trials need it. */
export type Bench = {
  grade: (job: { key: ExerciseKey; code: string; seed: number }) => Promise<Graded>;
  run: (job: { code: string; stdin?: string }) => Promise<RunResult>;
  /** as `grade`, for a program of which only the verdict is asked */
  verdict: (job: { key: ExerciseKey; code: string; seed: number }) => Promise<Pick<Graded, 'verdict' | 'fault'>>;
};

/** The sandbox does not work here, with why: nothing can be said of any trial. */
export class NoSandbox extends Error {}

/** The most that a trial used: of several runs, the longest and the largest. */
export type Used = { ms: number; kb: number };

/** Seconds for a mutant that loops for ever; solutions need a fiftieth of it. */
const MUTANT_SECONDS = 2;

/** What turns a sandbox's answer into a result. The sandbox's own side is in the image's hash. */
const JUDGES = ['lib/grading/rules.ts', ...['judge', 'grading-run', 'learner-process', 'job-limits', 'plain-run'].map((name) => `lib/grading/internal/${name}.ts`)];

type Runs = { gradeNow: Bench['grade']; runNow: Bench['run'] };

/**
 * A bench that asks the sandbox only for what it was not asked before.
 * @param sandbox opens the sandbox, the first time it is needed
 * @param image what identifies the sandbox's image
 */
export function keepingBench({ kept, image, root, sandbox }: { kept: KeptResults; image: string; root: string; sandbox: () => Promise<Runs> }): Bench {
  const judges = hashOfFiles(JUDGES.map((file) => path.join(root, file)).filter((file) => fs.existsSync(file)));
  return {
    grade: ({ key, code, seed }) => {
      const { checks, checkHints, checkPoints, mistakes, stdin, limits, lessonPath, exercise } = key;
      return kept.get({
        parts: ['grade', image, judges, code, seed, checks, checkHints, checkPoints, mistakes, stdin, limits, lessonPath, exercise.hints, exercise.checkNames, exercise.kind],
        make: async () => slim(await (await sandbox()).gradeNow({ key, code, seed })),
        worth: ({ verdict, limit }) => key.deterministic && limit === null && verdict !== 'grader-fault',
      });
    },
    run: ({ code, stdin = '' }) =>
      kept.get({ parts: ['run', image, judges, code, stdin], make: async () => (await sandbox()).runNow({ code, stdin }), worth: ({ outcome }) => outcome === 'ran' }),
    verdict: ({ key, code, seed }) => {
      const hurried = { ...key, limits: { ...key.limits, seconds: key.limits.seconds ?? MUTANT_SECONDS } };
      return kept.get({
        parts: ['verdict', image, judges, code, seed, key.checks, key.stdin, hurried.limits, key.exercise.kind],
        make: async () => {
          const { verdict, fault, usage } = await (await sandbox()).gradeNow({ key: hurried, code, seed });
          return { verdict, fault, usage };
        },
        worth: ({ verdict }) => key.deterministic && verdict !== 'grader-fault',
      });
    },
  };
}

/** Without what no trial looks at. */
const slim = (result: Graded): Graded => ({ ...result, stdout: '', phases: {}, checks: result.checks.map((check) => ({ ...check, output: '' })) });

/** The same bench, and what it used so far. */
export function metered(bench: Bench): { bench: Bench; used: Used } {
  const used: Used = { ms: 0, kb: 0 };
  const note = (ms: number, kb: number) => Object.assign(used, { ms: Math.max(used.ms, ms), kb: Math.max(used.kb, kb) });
  return {
    used,
    bench: {
      ...bench,
      grade: async (job) => {
        const result = await bench.grade(job);
        if (result.usage) note(result.usage.wallMs, result.usage.peakMemoryKb);
        return result;
      },
      run: async (job) => {
        const result = await bench.run(job);
        note(result.ms, result.peakMemoryKb ?? 0);
        return result;
      },
    },
  };
}
