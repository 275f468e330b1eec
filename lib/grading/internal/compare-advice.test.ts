import { expect, it } from 'vitest';
import { type AdviceReport, type CheckResult, gradingResult, type GradingResult } from '../schema';
import { compareAdvice } from './compare-advice';

const check = (name: string, status: CheckResult['status'], message = '') => ({ name, status, message, expected: null, actual: null, output: '', error: null, hint: null });
const graded = (more: Partial<GradingResult> | Record<string, unknown> = {}): GradingResult =>
  gradingResult.parse({ verdict: 'failed', summary: '', checks: [check('a', 'passed'), check('b', 'failed', 'no b'), check('hidden', 'failed')], hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, mistake: null, seed: 1, imageHash: 'i', phases: {}, ...more });
const advice = (statuses: Record<string, CheckResult['status']>, more: Partial<AdviceReport> = {}): AdviceReport => ({
  contentHash: 'h', seed: 2, outcome: 'ran', error: '', versions: {}, checks: Object.entries(statuses).map(([name, status]) => ({ name, status, message: status === 'failed' ? `${name} fails here` : '' })), ...more,
});
const visible = ['a', 'b'];

it('finds nothing where both say the same, whatever the words', () => {
  expect(compareAdvice({ advice: advice({ a: 'passed', b: 'failed' }), result: graded(), visible })).toEqual({ compared: 2, differences: [] });
});

it('tells a check that passes in one alone, with what both say of it', () => {
  expect(compareAdvice({ advice: advice({ a: 'failed', b: 'failed' }), result: graded(), visible })).toEqual({
    compared: 2,
    differences: [{ check: 'a', browser: { status: 'failed', message: 'a fails here' }, grader: { status: 'passed', message: '' } }],
  });
});

it('believes the browser nothing about hidden checks, and counts only what ran in both', () => {
  expect(compareAdvice({ advice: advice({ a: 'passed', hidden: 'passed', 'made up': 'failed' }), result: graded(), visible })).toEqual({ compared: 1, differences: [] });
  expect(compareAdvice({ advice: advice({ hidden: 'passed' }), result: graded(), visible })).toBeNull();
});

it('tells when a program runs in one alone, with the error', () => {
  const error = { type: 'NameError', message: "name 'x' is not defined", line: 1, frames: [], plain: '' };
  const result = graded({ verdict: 'did-not-run', error, checks: [check('a', 'not-run'), check('b', 'not-run')] });
  expect(compareAdvice({ advice: advice({ a: 'passed', b: 'passed' }), result, visible })?.differences).toContainEqual({ check: 'a', browser: { status: 'passed', message: '' }, grader: { status: 'not-run', message: "NameError: name 'x' is not defined" } });
  expect(compareAdvice({ advice: advice({ a: 'not-run', b: 'not-run' }, { outcome: 'did-not-run', error: 'NameError: name x' }), result, visible })).toEqual({ compared: 2, differences: [] });
});

it('tells when only the browser cannot run the checks', () => {
  expect(compareAdvice({ advice: advice({}, { outcome: 'checks-failed-to-run' }), result: graded(), visible })?.differences).toHaveLength(2);
});

it('compares nothing that a limit, a blank or a fault of ours decided', () => {
  const compare = (more: Record<string, unknown>) => compareAdvice({ advice: advice({ a: 'failed' }), result: graded(more), visible });
  expect(compare({ verdict: 'grader-fault' })).toBeNull();
  expect(compare({ verdict: 'over-limit', limit: 'time' })).toBeNull();
  expect(compare({ verdict: 'did-not-run', error: { type: 'Blank', message: '', line: 1, frames: [], plain: '' } })).toBeNull();
  expect(compareAdvice({ advice: advice({ a: 'failed' }, { outcome: 'over-limit' }), result: graded(), visible })).toBeNull();
});
