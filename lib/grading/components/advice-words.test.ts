import { expect, it } from 'vitest';
import { adviceInWords, recordInWords } from './advice-words';

const checks = (...passes: boolean[]) => passes.map((passed) => ({ status: passed ? ('passed' as const) : ('failed' as const) }));

it('counts the visible checks as people do, and says where they ran', () => {
  expect(adviceInWords(checks(true, true, false))).toBe('2 of 3 visible checks pass here.');
  expect(adviceInWords(checks(true, false, false))).toBe('1 of 3 visible checks passes here.');
  expect(adviceInWords(checks(false, false))).toBe('None of the 2 visible checks pass here.');
  expect(adviceInWords(checks(true, true))).toBe('Both visible checks pass here.');
  expect(adviceInWords(checks(true, true, true))).toBe('All 3 visible checks pass here.');
  expect([adviceInWords(checks(true)), adviceInWords(checks(false))]).toEqual(['The visible check passes here.', 'The visible check does not pass here yet.']);
});

it('says what only the grader checks', () => {
  expect([0, 1, 3].map(recordInWords)).toEqual(['Submit for the record.', 'Submit for the record: one more check runs only there.', 'Submit for the record: 3 more checks run only there.']);
});
