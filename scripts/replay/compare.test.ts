import { describe, expect, it } from 'vitest';
import type { CheckResult, GradingResult } from '../../lib/grading/schema';
import { compareResults, formatDifference } from './compare';

const check = (name: string, more: Partial<CheckResult> = {}) => ({ name, status: 'passed' as const, points: 1, message: '', expected: null, actual: null, output: '', error: null, hint: null, ...more });
const result = (more: Partial<GradingResult> = {}): GradingResult => ({
  verdict: 'passed', summary: '', checks: [check('one'), check('two')], hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, mistake: null,
  seed: 1, imageHash: 'a', engine: 'docker', usage: null, phases: {}, ...more,
});
const error = { type: 'NameError', message: "name 'x' is not defined", line: 3, frames: [], plain: '', tryThis: '' };

describe('compareResults', () => {
  it('finds nothing where only what differs between any two runs does', () => {
    const before = result({ stdout: '<object at 0x7f12ab34cd56>', phases: { load: 1 }, hint: 'old words' });
    const after = result({ stdout: '<object at 0x7fffffffff00>', phases: { load: 9 }, usage: { cpuMs: 1, wallMs: 1, peakMemoryKb: 1, outputBytes: 1 }, engine: 'runc', imageHash: 'b', hint: 'new words' });
    expect(compareResults(before, after)).toEqual([]);
  });
  it('names every part that differs, in the order of the result', () => {
    const after = result({ verdict: 'failed', checks: [check('one'), check('two', { status: 'failed', message: 'It did not.', actual: '3', error })], stdout: 'hi\n' });
    expect(compareResults(result(), after)).toEqual([
      { what: 'verdict', before: 'passed', after: 'failed' },
      { what: 'check "two"', before: 'passed', after: 'failed' },
      { what: 'check "two", message', before: '', after: 'It did not.' },
      { what: 'check "two", actual', before: '', after: '3' },
      { what: 'check "two", error', before: '', after: "NameError: name 'x' is not defined (line 3)" },
      { what: 'standard output', before: '', after: 'hi\n' },
    ]);
  });
  it('tells checks that came and went, and why a program did not run', () => {
    expect(compareResults(result(), result({ checks: [check('one'), check('three')] }))).toEqual([
      { what: 'check "two"', before: 'passed', after: 'no such check' },
      { what: 'check "three"', before: 'no such check', after: 'passed' },
    ]);
    expect(compareResults(result({ error }), result({ error: { ...error, line: 4 } }))).toHaveLength(1);
    expect(compareResults(result({ limit: 'time' }), result({ limit: 'memory' }))).toEqual([{ what: 'limit', before: 'time', after: 'memory' }]);
  });
});

describe('formatDifference', () => {
  it('takes a line where that will do, else a diff', () => {
    expect(formatDifference({ what: 'verdict', before: 'passed', after: 'failed' })).toBe('verdict: passed → failed');
    expect(formatDifference({ what: 'limit', before: '', after: 'time' })).toBe('limit: (nothing) → time');
    const long = formatDifference({ what: 'standard output', before: 'a\nb\n', after: 'a\nc\n' });
    expect(long).toContain('\n-b\n+c');
    expect(long).toContain('--- standard output, stored');
  });
});
