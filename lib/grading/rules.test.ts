import { describe, expect, it } from 'vitest';
import { canSeeSolution, solutionRefusal } from './policy';
import { canReuse, countRealAttempts, resultOfBlanks, type ResultParts, scoreOf, toResult, unfilledBlanks } from './rules';
import type { CheckResult, SandboxResult } from './schema';

const check = (name: string, more: Partial<CheckResult> = {}): CheckResult => ({
  name, status: 'passed', message: '', expected: null, actual: null, output: '', error: null, ...more,
});
const failed = (name: string, message: string, more: Partial<CheckResult> = {}) => check(name, { status: 'failed', message, ...more });
const error = (type: string, message: string) => ({ type, message, line: 3, frames: [], plain: `Plain words for ${type}.`, tryThis: '' });

const sandbox = (more: Partial<SandboxResult>): SandboxResult => ({
  outcome: 'ran', checks: [], stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, fault: null, seed: 7, imageHash: 'image', engine: 'bubblewrap', usage: null, phases: {}, ...more,
});
const parts: ResultParts = {
  checkNames: ['sets a cookie', 'reads the cookie'],
  hints: [
    { id: 'look', text: 'Look at the return line.' },
    { id: 'import', text: 'Import `request`.' },
  ],
  checkHints: { 'sets a cookie': 'look' },
  checkPoints: { 'sets a cookie': 3 },
  mistakes: [
    { id: 'wrong-value', check: 'sets a cookie', pattern: 'value was', hint: 'import' },
    { id: 'no-cookie', check: 'sets a cookie' },
    { id: 'missing-import', pattern: "NameError: name 'request'", hint: 'import' },
  ],
  lessonPath: '/courses/flask/cookies',
};

describe('toResult', () => {
  it('passes when every check passes', () => {
    const result = toResult(sandbox({ checks: [check('sets a cookie'), check('reads the cookie')] }), parts);
    expect(result).toMatchObject({ verdict: 'passed', summary: 'All 2 checks pass.', mistake: null });
    expect(scoreOf(result)).toBe(1);
  });
  it('says how many pass and what the first failed check saw, in one sentence', () => {
    const checks = [check('sets a cookie'), failed('reads the cookie', '`/get` answered 404: your app has no such route. It has these routes:\n/set')];
    const result = toResult(sandbox({ checks }), parts);
    expect(result.summary).toBe('1 of 2 checks pass. `/get` answered 404: your app has no such route.');
    expect(result.checks.map(({ points }) => points)).toEqual([3, 1]);
    expect(scoreOf(result)).toBe(0.75);
  });
  it('does not end the sentence at a dot inside a number or a name', () => {
    const { summary } = toResult(sandbox({ checks: [failed('sets a cookie', 'Expected app.py to answer 1.5 but it answered 2')] }), parts);
    expect(summary).toBe('The check does not pass yet. Expected app.py to answer 1.5 but it answered 2.');
  });
  it('shows the hint of a check that failed, and none beside those that passed', () => {
    const result = toResult(sandbox({ checks: [failed('sets a cookie', 'No cookie came.'), check('reads the cookie')] }), parts);
    expect(result.checks.map((one) => one.hint)).toEqual(['Look at the return line.', null]);
    expect(result.mistake).toEqual({ id: 'no-cookie', href: '/courses/flask/cookies#mistake-no-cookie' });
  });
  it("takes the first known mistake that fits, and its hint instead of the check's", () => {
    const result = toResult(sandbox({ checks: [failed('sets a cookie', 'The value was "de".')] }), parts);
    expect(result.mistake?.id).toBe('wrong-value');
    expect(result.checks[0]?.hint).toBe('Import `request`.');
  });
  it('recognises a mistake of a check only when that check is the first that failed', () => {
    const checks = [failed('reads the cookie', 'No.'), failed('sets a cookie', 'No cookie came.')];
    expect(toResult(sandbox({ checks }), parts).mistake).toBeNull();
  });
  it('recognises the error that kept a program from running, and lists the checks as not run', () => {
    const result = toResult(sandbox({ outcome: 'did-not-run', error: error('NameError', "name 'request' is not defined") }), parts);
    expect(result).toMatchObject({ verdict: 'did-not-run', summary: 'Your program did not run. Plain words for NameError.', hint: 'Import `request`.' });
    expect(result.mistake?.id).toBe('missing-import');
    expect(result.checks.map((one) => one.status)).toEqual(['not-run', 'not-run']);
  });
  it('gives no hint about the task while Python cannot even read the program, whatever the patterns say', () => {
    const anything = { ...parts, mistakes: [{ id: 'anything', pattern: 'invalid', hint: 'import' }, { id: 'all', hint: 'look' }] };
    for (const type of ['SyntaxError', 'IndentationError', 'TabError']) {
      const result = toResult(sandbox({ outcome: 'did-not-run', error: error(type, 'invalid syntax') }), anything);
      expect(result).toMatchObject({ verdict: 'did-not-run', hint: null, mistake: null });
      expect(result.checks.map((one) => one.hint)).toEqual([null, null]);
    }
    expect(toResult(sandbox({ outcome: 'did-not-run', error: error('ValueError', 'invalid') }), anything).mistake?.id).toBe('anything');
  });
  it('never blames the learner for a fault of ours', () => {
    const result = toResult(sandbox({ outcome: 'grader-fault', fault: 'the container died', checks: [failed('sets a cookie', 'x')] }), parts);
    expect(result).toMatchObject({ verdict: 'grader-fault', mistake: null });
    expect(JSON.stringify(result)).not.toContain('container died');
  });
  it('never passes a run that checked nothing', () => {
    expect(toResult(sandbox({ checks: [] }), parts).verdict).toBe('grader-fault');
  });
  it('says which limit stopped the program', () => {
    expect(toResult(sandbox({ outcome: 'over-limit', limit: 'time' }), parts).summary).toContain('loop');
    expect(toResult(sandbox({ outcome: 'over-limit', limit: 'output' }), parts).summary).toContain('print');
  });
});

describe('scoreOf', () => {
  const scored = (...checks: [number, CheckResult['status']][]) => scoreOf({ verdict: 'failed', checks: checks.map(([points, status], i) => ({ ...check(`${i}`), status, points, hint: null })) });
  it('is the share of checks that pass while all count the same', () => expect(scored([1, 'passed'], [1, 'failed'], [1, 'not-run'])).toBeCloseTo(1 / 3));
  it('counts points', () => expect(scored([2, 'passed'], [1, 'failed'], [1, 'passed'])).toBe(0.75));
  it('counts nothing for a guard', () => expect(scored([0, 'passed'], [1, 'failed'])).toBe(0));
  it('is nothing when only guards pass or nothing ran', () => {
    expect(scored([0, 'passed'], [0, 'failed'])).toBe(0);
    expect(scored()).toBe(0);
  });
});

describe('unfilledBlanks', () => {
  it('finds blanks in code and in strings, not in names or comments', () => {
    const code = ['x = ___', 'y = make(___, "___")', '# fill in each ___', 'z = "#" + ___  # ___', 'a____b = __name__', 'm.___()'].join('\n');
    expect(unfilledBlanks(code)).toEqual([1, 2, 4, 6]);
  });
  it('makes a result that names the lines', () => {
    const result = resultOfBlanks({ lines: [2, 5, 9], checkNames: ['one'], checkPoints: { one: 2 }, seed: 1 });
    expect(result.summary).toContain('lines 2, 5 and 9');
    expect(result.verdict).toBe('did-not-run');
    expect(result.checks).toMatchObject([{ name: 'one', status: 'not-run', points: 2 }]);
    expect(resultOfBlanks({ lines: [4], checkNames: [], checkPoints: {}, seed: 1 }).summary).toContain('line 4:');
  });
});

describe('the model solution', () => {
  const graded = (code: string, verdict: 'failed' | 'grader-fault' = 'failed') => ({ code, verdict });
  const count = (list: { code: string; verdict: 'failed' | 'grader-fault' }[]) => countRealAttempts({ graded: list, starter: 'x = 0', isFillIn: true });
  it('counts code that differs, once each', () => {
    expect(count([graded('x = 1'), graded('x = 1  \n'), graded('x = 2')])).toBe(2);
  });
  it('does not count the starter, unfinished blanks or faults of ours', () => {
    expect(count([graded('x = 0\n'), graded('x = ___'), graded('x = 3', 'grader-fault')])).toBe(0);
  });
  it('opens on passing or after three real attempts', () => {
    expect(canSeeSolution({ passed: false, realAttempts: 2 })).toBe(false);
    expect(canSeeSolution({ passed: false, realAttempts: 3 })).toBe(true);
    expect(canSeeSolution({ passed: true, realAttempts: 0 })).toBe(true);
    expect(solutionRefusal(2)).toContain('one more try');
  });
});

describe('canReuse', () => {
  it.each(['passed', 'failed', 'did-not-run'] as const)('allows %s', (verdict) => expect(canReuse({ verdict, limit: null })).toBe(true));
  it('forbids faults of ours and whatever ran into a limit', () => {
    expect(canReuse({ verdict: 'grader-fault', limit: null })).toBe(false);
    for (const limit of ['time', 'memory', 'output', 'processes'] as const) expect(canReuse({ verdict: 'over-limit', limit })).toBe(false);
    expect(canReuse({ verdict: 'failed', limit: 'time' })).toBe(false);
  });
});
