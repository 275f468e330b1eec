import { describe, expect, it } from 'vitest';
import type { Told } from './browser';
import { finishedTwice, longestTakeover } from './history';
import type { Intent } from './intents';
import { type Row, tally } from './tally';

const intent = (code: string, expected: Intent['expected'] = 'passed'): Intent => ({ learner: 0, exerciseId: 'e', program: 'right', code, expected, idempotencyKey: code, at: 0, twice: false });
const told = (of: Intent, verdict: string | null = of.expected): Told => ({ intent: of, submissionIds: new Set([of.code]), verdict, refused: null, sent: 1 });
const row = (of: Intent, verdict: string | null = of.expected): Row => ({ id: of.code, learnerId: 'l', exerciseId: 'e', idempotencyKey: of.idempotencyKey, code: of.code, verdict, why: '' });
const attempts = (count: number) => [{ learnerId: 'l', activityId: 'e', attempts: count }];
const [first, second] = [intent('first'), intent('second', 'failed')];
const whole = { told: [told(first), told(second)], rows: [row(first), row(second)], attempts: attempts(2), history: [] };
const at = (seconds: number) => new Date(seconds * 1000);

describe('the tally of a run', () => {
  it('finds nothing wrong when every intent has one row, one verdict and one attempt', () => {
    expect(tally(whole)).toEqual({ counts: { submitted: 2, graded: 2, lost: 0, double_counted: 0, charged_for_our_fault: 0 }, notes: [] });
  });

  it.each([
    ['a row is missing', { rows: [row(first)], attempts: attempts(1) }, { graded: 1, lost: 1 }],
    ['a verdict is missing', { rows: [row(first), row(second, null)], attempts: attempts(1) }, { graded: 1, lost: 1 }],
    ['a browser was never told', { told: [told(first), told(second, null)] }, { graded: 2, lost: 1 }],
    ['an intent has two rows', { rows: [...whole.rows, { ...row(first), id: 'again' }], attempts: attempts(3) }, { double_counted: 1 }],
    ['an attempt too many was counted', { attempts: attempts(3) }, { double_counted: 1 }],
    ['a row belongs to nobody', { rows: [...whole.rows, row(intent('stray'))], attempts: attempts(3) }, { double_counted: 1 }],
    ['a right program is over a limit', { told: [told(first, 'over-limit'), told(second)], rows: [row(first, 'over-limit'), row(second)] }, { graded: 2, charged_for_our_fault: 1 }],
    ['our fault was left standing', { told: [told(first, 'grader-fault'), told(second)], rows: [row(first, 'grader-fault'), row(second)], attempts: attempts(1) }, { graded: 1, charged_for_our_fault: 1 }],
  ])('counts when %s', (_, change, expected) => {
    const { counts, notes } = tally({ ...whole, ...change });
    expect(counts).toMatchObject(expected);
    expect(notes.length > 0 || _ === 'a row belongs to nobody').toBe(true);
  });

  it('counts a second verdict', () => {
    const finished = { submissionId: 'first', begun: true, finished: true };
    expect(finishedTwice([{ ...finished, at: at(1) }, { ...finished, at: at(2) }])).toBe(1);
  });
});

describe('the longest takeover', () => {
  const change = (seconds: number, state: 'begun' | 'finished' | 'waiting') => ({ submissionId: 's', begun: state !== 'waiting', finished: state === 'finished', at: at(seconds) });
  const kills = [{ kind: 'web' as const, at: at(10) }];

  it.each([
    ['work in hand is begun again', [change(9, 'begun'), change(25, 'begun'), change(26, 'finished')], 15],
    ['work waits', [change(12, 'begun'), change(13, 'finished')], 0],
    ['work was finished before', [change(8, 'begun'), change(9, 'finished')], 0],
    ['a living grader hands it back', [change(9, 'begun'), change(11, 'waiting'), change(30, 'begun')], 0],
  ])('when %s', (_, history, seconds) => {
    expect(longestTakeover({ history, kills })?.seconds ?? 0).toBe(seconds);
    expect(longestTakeover({ history, kills: [{ kind: 'learner', at: at(10) }] })).toBeNull();
  });
});
