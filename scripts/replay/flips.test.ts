import { expect, it } from 'vitest';
import type { CheckResult, GradingResult, Verdict } from '../../lib/grading/schema';
import { countFlips, formatFlips, type Regraded } from './flips';

const check = (status: CheckResult['status'], message = '', name = 'one') => ({ name, status, points: 1, message, expected: null, actual: null, output: '', error: null, hint: null });
const result = (verdict: Verdict, ...checks: ReturnType<typeof check>[]): GradingResult => ({
  verdict, summary: `It is ${verdict}.`, checks, hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, mistake: null, seed: 1, imageHash: '', engine: '', usage: null, phases: {},
});
const passed = result('passed', check('passed'));
const failed = result('failed', check('failed', 'It answered 2.\nAnd so on.'));
const regraded = (submissionId: string, before: GradingResult, after: GradingResult, more: Partial<Regraded> = {}): Regraded => ({
  submissionId, submissionIds: [submissionId], learnerIds: ['ada'], before, after: { ...after, fault: null }, ...more,
});

it('counts programs, submissions and learners by direction, the most frequent first, with examples', () => {
  const flips = countFlips([
    regraded('a', passed, passed),
    regraded('b', failed, passed),
    regraded('c', passed, failed, { submissionIds: ['c', 'd'], learnerIds: ['ada', 'eve'] }),
    regraded('e', passed, failed),
    regraded('f', failed, result('failed', check('failed'), check('passed', '', 'two'))),
  ]);
  expect(flips).toMatchObject({ verdicts: 6, flipped: 4, otherChecks: 1, programs: 5, programsFlipped: 3 });
  expect(flips.directions).toEqual([
    { from: 'passed', to: 'failed', programs: 2, submissions: 3, learners: 2, examples: ['c', 'e'].map((submissionId) => ({ submissionId, first: { what: 'check "one"', before: 'passed', after: 'failed' }, message: 'It answered 2.\nAnd so on.' })) },
    { from: 'failed', to: 'passed', programs: 1, submissions: 1, learners: 1, examples: [{ submissionId: 'b', first: { what: 'check "one"', before: 'failed', after: 'passed' }, message: 'It is passed.' }] },
  ]);
  const text = formatFlips(flips);
  expect(text).toContain('4 of 6 verdicts would flip. 1 more keeps its verdict with other checks. They are of 5 different programs, 3 of which would flip.');
  expect(text).toContain('passed → failed: 2 programs, 3 submissions of 2 learners\n  c  check "one": passed → failed\n      It answered 2.\n      And so on.');
  expect(text).not.toMatch(/ada|eve/);
});

it('shows five examples of a direction and says how many more there are', () => {
  const text = formatFlips(countFlips(Array.from({ length: 7 }, (_, index) => regraded(`id-${index}`, passed, failed))));
  expect(text.match(/id-\d/g)).toHaveLength(5);
  expect(text).toContain('and 2 more');
});

it("tells an author why their checks do not work", () => {
  const { directions } = countFlips([regraded('a', passed, result('grader-fault'), { after: { ...result('grader-fault'), fault: 'checks.py, line 3: NameError' } })]);
  expect(directions[0]).toMatchObject({ to: 'grader-fault', examples: [{ message: 'checks.py, line 3: NameError' }] });
});

it('says so when nothing flips', () => {
  expect(formatFlips(countFlips([regraded('a', passed, passed)]))).toBe('0 of 1 verdict would flip.');
});
