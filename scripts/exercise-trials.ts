import type { Course, Example, ExerciseKey } from '../lib/content/schema';
import type { GradingResult, RunResult } from '../lib/grading/schema';

/** One thing that must hold when content meets the real sandbox. `run` says what is wrong, or null. */
export type Trial = { name: string; file: string; run: () => Promise<string | null> };

/** The sandbox, as far as trials need it. */
export type Bench = {
  grade: (job: { key: ExerciseKey; code: string; seed: number }) => Promise<GradingResult & { fault?: string | null }>;
  run: (job: { code: string }) => Promise<RunResult>;
};

/** What an example printed instead of its .out. */
export type Mismatch = { file: string; expected: string; actual: string };

/** Checks draw random inputs: a solution has to pass with more than one seed. */
const SEEDS = [1, 20, 300];
const SEED = SEEDS[0] ?? 1;
const EMPTY_APP = 'from flask import Flask\n\napp = Flask(__name__)\n';
const DOES_NOT_RUN = '(does not run)';

/** The trials of all courses, in the order of the lessons. */
export function listTrials({ courses, keys, bench, onMismatch }: { courses: Course[]; keys: ExerciseKey[]; bench: Bench; onMismatch: (mismatch: Mismatch) => void }): Trial[] {
  return courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      module.lessons.flatMap((lesson) => {
        const folder = `content/courses/${course.slug}/lessons/${lesson.slug}`;
        return [
          ...lesson.examples.map((example) => exampleTrial({ folder, example, bench, onMismatch })),
          ...keys.filter((key) => key.exercise.lessonId === lesson.id).flatMap((key) => exerciseTrials({ folder: `${folder}/exercises/${key.exercise.name}`, key, bench })),
        ];
      }),
    ),
  );
}

function exampleTrial({ folder, example, bench, onMismatch }: { folder: string; example: Example; bench: Bench; onMismatch: (mismatch: Mismatch) => void }): Trial {
  const file = `${folder}/examples/${example.name}.py`;
  return {
    file,
    name: 'prints what its .out says',
    run: async () => {
      const result = await bench.run({ code: example.code });
      if (result.outcome !== 'ran') return `did not run: ${whyOf(result)}`;
      if (result.stdout === example.output) return null;
      onMismatch({ file: file.replace(/\.py$/, '.out'), expected: example.output, actual: result.stdout });
      return 'prints something else than its .out; look at the difference, then npm run check:exercises -- --update';
    },
  };
}

function exerciseTrials({ folder, key, bench }: { folder: string; key: ExerciseKey; bench: Bench }): Trial[] {
  const grade = async ({ code, seed = SEED }: { code: string; seed?: number }) => {
    const result = await bench.grade({ key, code, seed });
    return { result, fault: result.verdict === 'grader-fault' ? `the checks themselves failed: ${result.fault ?? result.error?.message ?? 'no reason given'}` : null };
  };
  const mustNotPass = (file: string, name: string, code: string): Trial => ({
    file: `${folder}/${file}`,
    name,
    run: async () => {
      const { result, fault } = await grade({ code });
      return fault ?? (result.verdict === 'passed' ? 'passes every check, so the checks ask for nothing' : null);
    },
  });
  return [
    ...SEEDS.map((seed) => ({
      file: `${folder}/solution.py`,
      name: `passes every check (seed ${seed})`,
      run: async () => {
        const { result, fault } = await grade({ code: key.solution, seed });
        return fault ?? (result.verdict === 'passed' ? null : failureOf(result));
      },
    })),
    mustNotPass('starter.py', 'does not pass as it stands', key.exercise.starter),
    mustNotPass('checks.py', 'do not pass an empty app', EMPTY_APP),
    ...key.wrong.map((wrong) => ({
      file: `${folder}/wrong/${wrong.id}.py`,
      name: `fails at "${wrong.fails ?? ''}", shows the hint ${wrong.hint ?? ''}, and is recognized`,
      run: async () => {
        const { result, fault } = await grade({ code: wrong.code });
        return fault ?? wrongAnswerFault({ key, wrong, result });
      },
    })),
  ];
}

/** What differs between how a wrong answer was judged and what its docstring says; null when nothing. */
export function wrongAnswerFault({ key, wrong, result }: { key: ExerciseKey; wrong: ExerciseKey['wrong'][number]; result: GradingResult }): string | null {
  if (result.verdict === 'passed') return 'passes every check: sharpen the checks';
  const failed = result.checks.find((check) => check.status === 'failed');
  const failedAt = failed?.name ?? DOES_NOT_RUN;
  if (failedAt !== wrong.fails) return `first fails at "${failedAt}": ${failureOf(result)}`;
  const hint = key.exercise.hints.find((one) => one.id === wrong.hint)?.text ?? null;
  const shown = failed ? failed.hint : result.hint;
  if (hint === null || shown !== hint) return `shows ${shown ? `the hint "${shown.slice(0, 60)}…"` : 'no hint'}`;
  if (result.mistake?.id !== wrong.id) return `is recognized as ${result.mistake ? `the mistake "${result.mistake.id}"` : 'no known mistake'}: look at check and pattern in exercise.yaml; the text is: ${failureOf(result)}`;
  return null;
}

const whyOf = ({ error, limit, stderr }: Pick<GradingResult, 'error' | 'limit' | 'stderr'>) =>
  [error && `${error.type}: ${error.message}${error.line ? ` (line ${error.line})` : ''}`, limit && `over the limit of ${limit}`].filter(Boolean).join('; ') || stderr.trim().split('\n').at(-1) || 'no reason given';

function failureOf(result: GradingResult): string {
  const failed = result.checks.find((check) => check.status === 'failed');
  if (!failed) return `${result.verdict}: ${whyOf(result)}`;
  const values = failed.expected === null && failed.actual === null ? '' : ` (expected ${failed.expected}, got ${failed.actual})`;
  const error = failed.error ? `; ${failed.error.type}: ${failed.error.message}` : '';
  return `"${failed.name}": ${failed.message}${values}${error}`;
}
