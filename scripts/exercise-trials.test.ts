import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { surveyExercises } from '../lib/content/answer-key';
import type { GradingResult, RunResult } from '../lib/grading/schema';
import { emptyPassFault, listTrials, wrongAnswerFault, type Mismatch } from './exercise-trials';
import type { Bench } from './exercises/bench';

const { courses, keys } = await surveyExercises({ root: fileURLToPath(new URL('../lib/content/internal/fixtures/content', import.meta.url)) });
const key = keys.find((one) => one.exercise.name === 'say-hello');
if (!key) throw new Error('the fixture has no exercise say-hello');

const ran = (stdout: string): RunResult => ({ outcome: 'ran', stdout, stderr: '', outputTruncated: false, error: null, limit: null, ms: 1 });
const check = (name: string) => ({ name, points: 1, message: '', expected: null, actual: null, output: '', error: null, hint: null });
const judged = (verdict: GradingResult['verdict'], { failed = '', hint = null, mistake = null }: { failed?: string; hint?: string | null; mistake?: string | null } = {}) =>
  ({
    verdict, summary: '', hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, seed: 1, imageHash: '', engine: '', usage: null, phases: {},
    checks: failed ? [{ name: failed, status: 'failed', message: 'not so', expected: null, actual: null, output: '', error: null, hint }] : [],
    mistake: mistake ? { id: mistake, href: '' } : null,
  }) as GradingResult;

/** Judges as the real one would judge the fixture. */
const bench: Pick<Bench, 'grade' | 'run'> = {
  run: async ({ code }) => ran(`${/print\("(.*)"\)/.exec(code)?.[1]}\n`),
  grade: async ({ code, key: { exercise, solution } }) => {
    if (code === solution) return judged('passed');
    const failed = exercise.checkNames[0] ?? '';
    if (code.includes('HELLO')) return judged('failed', { failed, hint: 'The word is hello.', mistake: 'shouts' });
    if (code.includes('print(')) return judged('failed', { failed, hint: 'A view answers with `return`.', mistake: 'no-answer' });
    return judged('failed', { failed, hint: 'The word is hello.' });
  },
};
const faultsWith = async (change: Partial<Bench>) => {
  const mismatches: Mismatch[] = [];
  const trials = listTrials({ courses, keys, onMismatch: (mismatch) => mismatches.push(mismatch) });
  const faults = await Promise.all(trials.map(async (trial) => ({ file: trial.file.split('/').at(-1), fault: await trial.run({ ...bench, ...change }) })));
  return { faults: faults.filter(({ fault }) => fault), count: trials.length, mismatches };
};

test('three examples, two exercises with five seeds, starter, many seeds, empty programs, odd answers and asserts, two wrong answers', async () => {
  expect(await faultsWith({})).toEqual({ faults: [], count: 3 + 2 * (5 + 1 + 4) + 2, mismatches: [] });
});

test('an example that prints something else is told with both texts', async () => {
  const { faults, mismatches } = await faultsWith({ run: async ({ code }) => (code.includes('you') ? ran('hi\n') : bench.run({ code })) });
  expect(faults).toEqual([{ file: 'hello-you.py', fault: expect.stringContaining('prints something else') }]);
  expect(mismatches).toEqual([{ file: 'content/courses/tiny/lessons/greetings/examples/hello-you.out', expected: 'hello, you\n', actual: 'hi\n' }]);
});

test('checks that pass everything are found out', async () => {
  const { faults } = await faultsWith({ grade: async () => judged('passed') });
  expect(faults.map(({ file }) => file).sort()).toEqual(['no-answer.py', 'shouts.py', 'starter.py', 'starter.py']);
});

test('a fault of the checks is never taken for a failing learner', async () => {
  const { faults, count } = await faultsWith({ grade: async () => ({ ...judged('grader-fault'), fault: 'checks.py, line 9: NameError: clinet\n    clinet.get("/")' }) });
  expect(faults, 'all but examples and the search for asserts').toHaveLength(count - 3 - 2);
  expect(faults[0]?.fault).toContain('/checks.py:9: NameError: clinet\n    clinet.get("/")');
});

test('a check that passes on a program that does nothing is named with its line, unless it is a guard', () => {
  const [name = ''] = key.exercise.checkNames;
  const results = (...whats: string[]) => ['an empty program', 'an empty app', 'the starter'].map((what) => ({ what, result: { checks: [{ ...check(name), status: whats.includes(what) ? ('passed' as const) : ('failed' as const) }] } }));
  const guard = { ...key, checks: key.checks.replace('hello")', 'hello", guard=True)') };
  expect(emptyPassFault({ key, file: 'checks.py', results: results() })).toBeNull();
  expect(emptyPassFault({ key, file: 'checks.py', results: results('an empty app', 'the starter') })).toMatch(/^checks\.py:5 "GET \/ answers hello" passes on an empty app and on the starter: .*guard=True/);
  expect(emptyPassFault({ key: guard, file: 'checks.py', results: results('the starter') })).toBeNull();
  expect(emptyPassFault({ key: guard, file: 'checks.py', results: results() })).toContain('is a guard, and need not be');
});

test('checks that a right program fails with one seed in hundreds are told with the seed', async () => {
  const unlucky = 7919 * 107 + 13;
  const { faults } = await faultsWith({ grade: async (job) => (job.seed === unlucky && job.code === job.key.solution ? judged('failed', { failed: 'another' }) : bench.grade(job)) });
  expect(faults).toHaveLength(2);
  expect(faults[0]).toEqual({ file: 'checks.py', fault: expect.stringMatching(/say-goodbye\/checks\.py: with the seed 847346, "another": not so\n.*must differ/) });
});

test('a plain assert is named with its line', async () => {
  const trials = listTrials({ courses, keys: [{ ...key, checks: `${key.checks}    assert client\n` }], onMismatch: () => {} });
  const found = await trials.find(({ name }) => name === 'no plain assert')?.run(bench);
  expect(found).toMatch(/say-hello\/checks\.py:8: a learner would read only/);
});

test('a wrong answer fails at its check, with its hint, as its mistake', () => {
  const wrong = key.wrong.find((one) => one.id === 'shouts');
  if (!wrong) throw new Error('the fixture has no wrong answer shouts');
  const failed = 'GET / answers hello';
  const fault = (result: GradingResult) => wrongAnswerFault({ key, wrong, result });
  expect(fault(judged('failed', { failed, hint: 'The word is hello.', mistake: 'shouts' }))).toBeNull();
  expect(fault(judged('passed'))).toContain('sharpen the checks');
  expect(fault(judged('failed', { failed: 'another', hint: 'The word is hello.' }))).toContain('first fails at "another"');
  expect(fault(judged('did-not-run'))).toContain('first fails at "(does not run)"');
  expect(fault(judged('failed', { failed, hint: 'Something else.' }))).toContain('shows the hint "Something else.');
  expect(fault(judged('failed', { failed, hint: 'The word is hello.', mistake: 'no-answer' }))).toContain('the mistake "no-answer"');
  expect(fault(judged('failed', { failed, hint: 'The word is hello.' }))).toContain('no known mistake');
});
