import { assertsIn, checksIn, DOES_NOT_RUN } from '../lib/content/answer-key';
import { hasBlank } from '../lib/content/rules';
import type { Course, Example, ExerciseKey } from '../lib/content/schema';
import type { GradingResult } from '../lib/grading/schema';
import type { Bench } from './exercises/bench';

/** One thing that must hold when content meets the real sandbox. `run` says what is wrong, or null. */
export type Trial = { name: string; file: string; run: (bench: Pick<Bench, 'grade' | 'run'>) => Promise<string | null> };

/** What an example printed instead of its .out. */
export type Mismatch = { file: string; expected: string; actual: string };

/** Checks draw random inputs: a solution has to pass with more than one seed. */
export const SEEDS = [1, 20, 300, 4000, 50_000];
const SEED = SEEDS[0] ?? 1;
/** Two draws of one run may be the same, with one seed in hundreds: then a right program would be told that it is wrong. */
const MORE_SEEDS = Array.from({ length: 120 }, (_, index) => 7919 * (index + 1) + 13);
const EMPTY_APP = 'from flask import Flask\n\napp = Flask(__name__)\n';
/** Programs that do nothing of what is asked. A check that passes on one of them asks for nothing. */
const EMPTY_PROGRAMS = { 'an empty program': 'pass\n', 'an empty app': EMPTY_APP };
/** What is put below a solution so that it answers what no check foresaw: checks must fail then, not break. */
const ODDITIES = [...['[]', '{}', 'null', '7', '"text"', '{"items": null}', ''].map(oddAnswers), ...['None', '"text"', '[[], 1]'].map(oddValues)];

/** The trials of all courses, in the order of the lessons. */
export function listTrials({ courses, keys, onMismatch }: { courses: Course[]; keys: ExerciseKey[]; onMismatch: (mismatch: Mismatch) => void }): Trial[] {
  return courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      module.lessons.flatMap((lesson) => {
        const folder = `content/courses/${course.slug}/lessons/${lesson.slug}`;
        return [
          ...lesson.examples.map((example) => exampleTrial({ folder, example, onMismatch })),
          ...keys.filter((key) => key.exercise.lessonId === lesson.id).flatMap((key) => exerciseTrials({ folder: `${folder}/exercises/${key.exercise.name}`, key })),
        ];
      }),
    ),
  );
}

/** The file that says what an example prints. */
export const outOf = (example: string) => example.replace(/\.py$/, '.out');

function exampleTrial({ folder, example, onMismatch }: { folder: string; example: Example; onMismatch: (mismatch: Mismatch) => void }): Trial {
  const file = `${folder}/examples/${example.name}.py`;
  return {
    file,
    name: 'prints what its .out says',
    run: async (bench) => {
      const result = await bench.run({ code: example.code });
      if (result.outcome !== 'ran') return `did not run: ${whyOf(result)}`;
      if (result.stdout === example.output) return null;
      onMismatch({ file: outOf(file), expected: example.output, actual: result.stdout });
      return example.output === '' ? 'has no .out yet; npm run check:exercises -- --update writes it' : 'prints something else than its .out; look at the difference, then npm run check:exercises -- --update';
    },
  };
}

function exerciseTrials({ folder, key }: { folder: string; key: ExerciseKey }): Trial[] {
  const gradeOn = async (bench: Pick<Bench, 'grade'>, { code, seed = SEED }: { code: string; seed?: number }) => {
    const result = await bench.grade({ key, code, seed });
    return { result, fault: result.verdict === 'grader-fault' ? checksBroke({ folder, why: result.fault ?? result.error?.message ?? 'no reason given' }) : null };
  };
  const checksFile = `${folder}/checks.py`;
  return [
    ...SEEDS.map((seed): Trial => ({
      file: `${folder}/solution.py`,
      name: `passes every check (seed ${seed})`,
      run: async (bench) => {
        const { result, fault } = await gradeOn(bench, { code: key.solution, seed });
        return fault ?? (result.verdict === 'passed' ? null : failureOf(result));
      },
    })),
    {
      file: checksFile,
      name: `the solution passes with ${MORE_SEEDS.length} seeds more`,
      run: async (bench) => {
        for (const seed of MORE_SEEDS) {
          const { result, fault } = await gradeOn(bench, { code: key.solution, seed });
          if (result.verdict === 'passed') continue;
          return `${checksFile}: with the seed ${seed}, ${fault ?? failureOf(result)}\n  a learner with this program would be told that it is wrong: what is drawn at random here must differ from whatever else was drawn or is expected`;
        }
        return null;
      },
    },
    {
      file: `${folder}/starter.py`,
      name: 'does not pass as it stands',
      run: async (bench) => {
        const { result, fault } = await gradeOn(bench, { code: key.exercise.starter });
        return fault ?? (result.verdict === 'passed' ? 'passes every check, so the checks ask for nothing' : null);
      },
    },
    {
      file: checksFile,
      name: 'each check fails on programs that do nothing, or is a guard',
      run: async (bench) => {
        const programs = { ...EMPTY_PROGRAMS, ...(hasBlank(key.exercise.starter) ? {} : { 'the starter': key.exercise.starter }) };
        const results = await Promise.all(Object.entries(programs).map(async ([what, code]) => ({ what, ...(await gradeOn(bench, { code })) })));
        return results.find(({ fault }) => fault)?.fault ?? emptyPassFault({ key, file: checksFile, results });
      },
    },
    {
      file: checksFile,
      name: 'checks fail, and do not break, when a program answers what nobody foresaw',
      run: async (bench) => {
        for (const oddity of ODDITIES) {
          const { fault } = await gradeOn(bench, { code: `${key.solution}\n${oddity}` });
          if (fault) return `${fault}\n  a learner would be told of a fault of the grader; ask with expectations (docs/checks.md), which fail the check instead. It broke on the solution with this below it:\n${oddity}`;
        }
        return null;
      },
    },
    {
      file: checksFile,
      name: 'no plain assert',
      run: async () => {
        const asserts = assertsIn(key.checks).map(({ line }) => `${checksFile}:${line}`);
        return asserts.length ? `${asserts.join(', ')}: a learner would read only that something is not as it should be; write expect(…, "what should be so") or another expectation` : null;
      },
    },
    ...key.wrong.map((wrong): Trial => ({
      file: `${folder}/wrong/${wrong.id}.py`,
      name: `fails at "${wrong.fails ?? ''}", shows the hint ${wrong.hint ?? ''}, and is recognized`,
      run: async (bench) => {
        const { result, fault } = await gradeOn(bench, { code: wrong.code });
        return fault ?? wrongAnswerFault({ key, wrong, result });
      },
    })),
  ];
}

/** Names every check that passes on a program that does nothing and is no guard, and every guard that need not be one; null when there is none. */
export function emptyPassFault({ key, file, results }: { key: ExerciseKey; file: string; results: { what: string; result: Pick<GradingResult, 'checks'> }[] }): string | null {
  const faults = checksIn(key.checks).flatMap(({ name, line, points }) => {
    const passesOn = results.filter(({ result }) => result.checks.some((check) => check.name === name && check.status === 'passed')).map(({ what }) => what);
    if (passesOn.length && points > 0) return [`${file}:${line} "${name}" passes on ${passesOn.join(' and on ')}: have it first ask for something that only the task brings, or write guard=True if it only guards against something`];
    if (!passesOn.length && points === 0) return [`${file}:${line} "${name}" is a guard, and need not be: it fails on an empty program. Take guard=True away, so that it counts`];
    return [];
  });
  return faults.join('\n  ') || null;
}

/** The author's fault with the file to open: "checks.py, line 4" becomes "content/…/checks.py:4". */
const checksBroke = ({ folder, why }: { folder: string; why: string }) =>
  `the checks themselves broke: ${why.replace(/^checks\.py(?:, line (\d+))?/, (_, line?: string) => `${folder}/checks.py${line ? `:${line}` : ''}`)}`;

function oddAnswers(body: string): string {
  return `try:
    app = globals().get("app") or create_app()

    @app.after_request
    def _odd(response):
        response.status_code, response.direct_passthrough = 200, False
        response.set_data(${JSON.stringify(body)})
        return response
except NameError:
    pass`;
}

function oddValues(value: string): string {
  return `for _name, _thing in list(globals().items()):
    if type(_thing) is type(lambda: 0) and _thing.__module__ == __name__ and _name != "create_app":
        globals()[_name] = lambda *_, **__: ${value}`;
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
