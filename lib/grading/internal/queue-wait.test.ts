import { describe, expect, it } from 'vitest';
import { tellWait } from './queue-wait';

describe('the wait that is told', () => {
  it('is the share of the graders in what stands before', () => {
    expect(tellWait({ workers: 3, ahead: 99, active: 2, secondsEach: 0.05 })).toEqual({ queuePosition: 100, queueSeconds: 3, pollAfterMs: 2750 });
  });
  it('is asked for soon when it is next, and rarely in a crowd', () => {
    expect(tellWait({ workers: 3, ahead: 0, active: 2, secondsEach: 0.05 })).toMatchObject({ queuePosition: 1, queueSeconds: 1, pollAfterMs: 400 });
    expect(tellWait({ workers: 3, ahead: 5000, active: 2, secondsEach: 0.05 })).toMatchObject({ pollAfterMs: 30_000 });
  });
  it('is looked at before it is over when it is long', () => {
    expect(tellWait({ workers: 3, ahead: 999, active: 2, secondsEach: 0.05 })).toMatchObject({ queueSeconds: 25, pollAfterMs: 15_000 });
    expect(tellWait({ workers: 3, ahead: 399, active: 2, secondsEach: 0.05 })).toMatchObject({ queueSeconds: 10, pollAfterMs: 8000 });
  });
  it('is not guessed when nothing was graded lately or nobody grades', () => {
    expect(tellWait({ workers: 3, ahead: 9, active: 0, secondsEach: null })).toEqual({ queuePosition: 10, queueSeconds: null, pollAfterMs: 900 });
    expect(tellWait({ workers: 3, ahead: 900, active: 0, secondsEach: null }).pollAfterMs).toBe(15_000);
    expect(tellWait({ workers: 0, ahead: 9, active: 0, secondsEach: 0.05 })).toEqual({ queuePosition: 10, queueSeconds: null, pollAfterMs: 5000 });
  });
  it('has no place while a grader has it', () => {
    expect(tellWait({ workers: 3, ahead: null, active: 1, secondsEach: 0.05 })).toEqual({ queuePosition: null, queueSeconds: null, pollAfterMs: 400 });
  });
  it('is never told in days', () => {
    expect(tellWait({ workers: 1, ahead: 1e6, active: 1, secondsEach: 2 }).queueSeconds).toBe(3600);
  });
});
