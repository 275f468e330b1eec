import { describe, expect, it } from 'vitest';
import { canReadMetrics } from './policy';
import { agreementInWords, byExercise, count, duration, scaleOf, stateOf, strideFor, waitInWords } from './rules';
import type { Period } from './schema';

const period = (phases: Period['phases']): Period => ({ graded: { passed: 0, failed: 0, 'did-not-run': 0, 'over-limit': 0, 'grader-fault': 0 }, reused: 0, advice: { compared: 0, disagreed: 0 }, phases });

it('reads every result of a quiet site and about two thousand of a busy one', () => {
  expect([0, 1, 2000, 2001, 100_000].map(strideFor)).toEqual([1, 1, 1, 2, 50]);
});

it('says how long things take as people do', () => {
  expect([0, 0.04, 9.94, 9.95, 99.4, 99.6, 994, 996, 59_900, 59_960, 125_000, 3_600_000, 7_290_000].map(duration)).toEqual([
    '0.0 ms', '0.0 ms', '9.9 ms', '10 ms', '99 ms', '0.10 s', '0.99 s', '1.0 s', '59.9 s', '1 min 0 s', '2 min 5 s', '1 h 0 min', '2 h 1 min',
  ]);
});

it('groups long numbers', () => {
  expect([0, 999, 28570].map(count)).toEqual(['0', '999', '28,570']);
});

it('scales bars to the longest, and to something where there is nothing', () => {
  expect(scaleOf([{ p50: 3, p95: 40, n: 5 }, { p50: 1, p95: 20, n: 5 }])).toBe(40);
  expect(scaleOf([])).toBe(1);
});

it('tells the wait in one sentence, and nothing of nothing', () => {
  expect(waitInWords(period({}), 'In the last hour')).toBeNull();
  expect(waitInWords(period({ total: { p50: 20, p95: 900, n: 40 } }), 'In the last hour')).toBe('In the last hour, half of the verdicts came within 20 ms, and 95 of 100 within 0.90 s.');
  expect(waitInWords(period({ total: { p50: 20, p95: 20, n: 1 } }), 'In the last day')).toBe('In the last day, one program was graded; its verdict came after 20 ms.');
});

it('says in a word how grading is', () => {
  const now = { workers: 2, waiting: 0, oldestWaitingSeconds: 0 };
  expect(stateOf(now)).toBe('open');
  expect(stateOf({ ...now, waiting: 9, oldestWaitingSeconds: 29 })).toBe('open');
  expect(stateOf({ ...now, waiting: 1, oldestWaitingSeconds: 31 })).toBe('behind');
  expect(stateOf({ ...now, workers: 0 })).toBe('paused');
  expect(stateOf(null)).toBe('unknown');
});

describe('metrics', () => {
  const asked = { tokenIsSet: false, tokenFits: false, fromThisMachine: false, behindProxy: false };
  it('are for who brings the token, when there is one, and for nobody else', () => {
    expect(canReadMetrics({ ...asked, tokenIsSet: true, tokenFits: true, behindProxy: true })).toBe(true);
    expect(canReadMetrics({ ...asked, tokenIsSet: true, fromThisMachine: true })).toBe(false);
  });
  it('are for this machine alone without a token, and for nobody behind a proxy', () => {
    expect(canReadMetrics({ ...asked, fromThisMachine: true })).toBe(true);
    expect(canReadMetrics({ ...asked, fromThisMachine: true, behindProxy: true })).toBe(false);
    expect(canReadMetrics(asked)).toBe(false);
  });
});

it('says how well browser and grader agree', () => {
  expect(agreementInWords([])).toBeNull();
  expect(agreementInWords([{ compared: 1, disagreed: 0 }])).toBe('The visible checks ran in the browser and by the grader for one submission, and said the same.');
  expect(agreementInWords([{ compared: 1200, disagreed: 1 }, { compared: 34, disagreed: 1 }])).toBe('The visible checks ran in the browser and by the grader for 1,234 submissions, and said otherwise of 2.');
});

it('puts disagreements together by exercise, in their order', () => {
  const rows = [{ exerciseId: 'b', n: 1 }, { exerciseId: 'a', n: 2 }, { exerciseId: 'b', n: 3 }];
  expect(byExercise(rows)).toEqual([{ exerciseId: 'b', latest: [rows[0], rows[2]] }, { exerciseId: 'a', latest: [rows[1]] }]);
  expect(byExercise([])).toEqual([]);
});
