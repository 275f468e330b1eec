import { expect, it } from 'vitest';
import type { Advice, BrowserRun } from '../lib/browser-python/schema';
import type { Course, ExerciseKey } from '../lib/content/schema';
import type { GradingResult, RunResult } from '../lib/grading/schema';
import { adviceFault, listAgreementTrials, type Places } from './agreement-trials';

const check = (name: string, status: 'passed' | 'failed' | 'not-run', message = '') => ({ name, status, message, expected: null, actual: null, error: null });
const advice = (checks: Advice['checks'], more: Partial<Advice> = {}): Advice => ({ outcome: 'ran', checks, error: null, ms: 1, ...more });
const graded = (checks: Advice['checks'], error: GradingResult['error'] = null) => ({ verdict: 'failed', checks, error, limit: null }) as unknown as GradingResult;
const names = ['a', 'b'];

it('finds nothing where the same checks pass', () => {
  expect(adviceFault({ advice: advice([check('a', 'passed'), check('b', 'failed', 'one')]), result: graded([check('a', 'passed'), check('b', 'failed', 'two')]), names })).toBeNull();
});

it('names the check, and what both say of it', () => {
  const fault = adviceFault({ advice: advice([check('a', 'failed', 'no a'), check('b', 'passed')]), result: graded([check('a', 'passed'), check('b', 'passed')]), names });
  expect(fault).toBe('"a"\n    in the browser: failed, no a\n    on the server:  passed');
});

it('tells of a check that only one of them knows, and of a program that only one of them runs', () => {
  const error = { type: 'ImportError', message: 'no module x', line: 1, frames: [], plain: '', tryThis: '' };
  expect(adviceFault({ advice: advice([]), result: graded([check('a', 'passed')]), names: ['a'] })).toContain('in the browser: nothing');
  expect(adviceFault({ advice: advice([check('a', 'not-run')], { outcome: 'did-not-run', error }), result: graded([check('a', 'passed')]), names: ['a'] })).toContain('in the browser: not-run, ImportError: no module x');
  expect(adviceFault({ advice: advice([], { outcome: 'checks-failed-to-run' }), result: graded([]), names })).toBe('they broke in the browser');
});

const COURSES = [{ modules: [{ lessons: [{ id: 'l', slug: 'lesson', courseSlug: 'c', examples: [{ name: 'one', code: 'print(1)', output: '1\n' }] }] }] }] as unknown as Course[];
const KEY = { exercise: { name: 'e', lessonId: 'l', kind: 'fill-in', starter: 'x = ___', checkNames: ['a'] }, solution: 'x = 1', checks: '# all', wrong: [{ id: 'bad', code: 'x = 2' }] } as unknown as ExerciseKey;
const RUN = { outcome: 'ran', stdout: '1\n', stderr: '', error: null } as unknown as BrowserRun & RunResult;

function trialsOf({ here = 'passed', printed = '1\n' }: { here?: 'passed' | 'failed'; printed?: string } = {}) {
  const asked: string[] = [];
  const places: Places = {
    browser: { run: () => ({ ...RUN, stdout: printed }), advise: ({ code, checks, seed }) => (asked.push(`${code} ${checks} ${seed}`), advice([check('a', checks === '# all' ? 'passed' : here)])) },
    server: { run: async () => RUN, grade: async () => graded([check('a', 'passed')]) },
  };
  const visibleOf = () => ({ exerciseId: 'e', contentHash: 'h', names: ['a'], checks: '# visible', hidden: 0 });
  return { asked, trials: listAgreementTrials({ courses: COURSES, keys: [KEY], visibleOf, places, seeds: [1, 9] }) };
}

it('tries every program with every seed, but no blanks, with all checks and with the visible ones alone', async () => {
  const { asked, trials } = trialsOf();
  expect(trials.map(({ file }) => file.split('/lessons/lesson/')[1])).toEqual(['examples/one.py', 'exercises/e/solution.py', 'exercises/e/solution.py', 'exercises/e/wrong/bad.py', 'exercises/e/wrong/bad.py']);
  expect(await Promise.all(trials.map(({ run }) => run()))).toEqual(trials.map(() => null));
  const everything = ['x = 1', 'x = 2'].flatMap((code) => ['# all', '# visible'].flatMap((checks) => [1, 9].map((seed) => `${code} ${checks} ${seed}`)));
  expect(asked.sort()).toEqual(everything);
});

it('says what differs', async () => {
  const [example, exercise] = trialsOf({ here: 'failed', printed: '2\n' }).trials;
  expect(await example?.run()).toContain('the browser prints\n    2');
  expect(await exercise?.run()).toMatch(/^the visible checks: "a"\n.*failed\n.*passed/);
});
