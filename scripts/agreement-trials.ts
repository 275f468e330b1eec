import type { Advice, BrowserRun } from '../lib/browser-python/schema';
import type { Course, ExerciseKey, VisibleChecks } from '../lib/content/schema';
import { unfilledBlanks } from '../lib/grading/rules';
import type { GradingResult, RunResult } from '../lib/grading/schema';

/** One program that has to come out the same in the browser and on the server. `run` says what differs, or null. */
export type AgreementTrial = { file: string; name: string; run: () => Promise<string | null> };

type Job = { code: string; checks: string; seed: number };
/** Both places where a program may run. */
export type Places = {
  browser: { advise: (job: Job) => Advice; run: (program: { code: string }) => BrowserRun };
  server: { grade: (job: { key: ExerciseKey; code: string; seed: number }) => Promise<GradingResult>; run: (program: { code: string }) => Promise<RunResult> };
};
type Given = { courses: Course[]; keys: ExerciseKey[]; visibleOf: (key: ExerciseKey) => VisibleChecks; places: Places; seeds: number[] };

/** Every example, solution, starter and known mistake of all courses. Blanks are left out: neither place runs those. */
export function listAgreementTrials({ courses, keys, visibleOf, places, seeds }: Given): AgreementTrial[] {
  const lessons = courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
  return lessons.flatMap((lesson) => {
    const folder = `content/courses/${lesson.courseSlug}/lessons/${lesson.slug}`;
    const examples = lesson.examples.map(({ name, code }) => ({ file: `${folder}/examples/${name}.py`, name: 'prints the same', run: () => outputFault({ code, places }) }));
    const exercises = keys.filter(({ exercise }) => exercise.lessonId === lesson.id).flatMap((key) => {
      const programs = [['solution.py', key.solution], ['starter.py', key.exercise.starter], ...key.wrong.map(({ id, code }) => [`wrong/${id}.py`, code])] as [string, string][];
      const run = programs.filter(([, code]) => key.exercise.kind !== 'fill-in' || unfilledBlanks(code).length === 0);
      return run.flatMap(([file, code]) => seeds.map((seed) => ({ file: `${folder}/exercises/${key.exercise.name}/${file}`, name: `its checks come out the same (seed ${seed})`, run: () => checksFault({ key, visible: visibleOf(key), code, seed, places }) })));
    });
    return [...examples, ...exercises];
  });
}

async function outputFault({ code, places }: { code: string; places: Places }): Promise<string | null> {
  const server = await places.server.run({ code });
  const browser = places.browser.run({ code });
  if (browser.outcome !== server.outcome) return `the browser says ${outcomeOf(browser)}, the server says ${outcomeOf(server)}`;
  for (const stream of ['stdout', 'stderr'] as const) if (browser[stream] !== server[stream]) return `the browser prints\n${indented(browser[stream])}\n  and the server\n${indented(server[stream])}`;
  return null;
}

/** The visible checks alone, as browsers run them; then all of them, to know that none of the others would differ either. */
async function checksFault({ key, visible, code, seed, places }: { key: ExerciseKey; visible: VisibleChecks; code: string; seed: number; places: Places }): Promise<string | null> {
  const result = await places.server.grade({ key, code, seed });
  const parts = [{ names: key.exercise.checkNames, checks: key.checks, what: 'all checks' }, ...(visible.names.length ? [{ names: visible.names, checks: visible.checks, what: 'the visible checks' }] : [])];
  for (const { names, checks, what } of parts) {
    const advice = places.browser.advise({ code, checks, seed });
    const fault = adviceFault({ advice, result, names });
    if (fault) return `${what}: ${fault}`;
  }
  return null;
}

/** What the two say otherwise, with the words of both; null when nothing. */
export function adviceFault({ advice, result, names }: { advice: Advice; result: Pick<GradingResult, 'verdict' | 'checks' | 'error' | 'limit'>; names: string[] }): string | null {
  if (advice.outcome === 'checks-failed-to-run') return 'they broke in the browser';
  const faults = names.flatMap((name) => {
    const browser = advice.checks.find((check) => check.name === name);
    const server = result.checks.find((check) => check.name === name);
    if (browser?.status === server?.status) return [];
    const told = (said: { status: string; message: string } | undefined, error: { type: string; message: string } | null) => [said?.status ?? 'nothing', said?.message || (error && `${error.type}: ${error.message}`)].filter(Boolean).join(', ');
    return [`"${name}"\n    in the browser: ${told(browser, advice.error)}\n    on the server:  ${told(server, result.error)}`];
  });
  return faults.join('\n  ') || null;
}

const outcomeOf = ({ outcome, error }: Pick<RunResult | BrowserRun, 'outcome' | 'error'>) => (error ? `${outcome} (${error.type}: ${error.message})` : outcome);
const indented = (text: string) => text.replace(/^/gm, '    ');
