import { describe, expect, it } from 'vitest';
import { about, waitingInWords } from './waiting-words';

const queued = { state: 'queued' as const, movedAside: null, queuePosition: 3, queueSeconds: 4 };

describe('a wait is told', () => {
  it('with its place and an estimate', () => {
    expect(waitingInWords(queued)).toEqual({ title: '3rd in line, about 4 seconds', more: null });
    expect(waitingInWords({ ...queued, queuePosition: 1, queueSeconds: 1 }).title).toBe('Next in line, about 1 second');
    expect([2, 11, 12, 21, 112].map((queuePosition) => waitingInWords({ ...queued, queuePosition, queueSeconds: null }).title)).toEqual(['2nd in line', '11th in line', '12th in line', '21st in line', '112th in line']);
  });

  it('in round figures when it is long', () => {
    expect([59, 60, 89, 90, 1700, 3600].map(about)).toEqual(['about 59 seconds', 'about 1 minute', 'about 1 minute', 'about 2 minutes', 'about 28 minutes', 'an hour or more']);
  });

  it('as over once a grader has it', () => {
    expect(waitingInWords({ ...queued, state: 'grading' }).title).toBe('Your program is being graded now');
    expect(waitingInWords({ ...queued, queuePosition: null, queueSeconds: null }).title).toBe('Your program is being graded now');
  });

  it('without blame when the program moved aside, in line or at work', () => {
    const aside = { ...queued, movedAside: 'ran-long' as const };
    expect(waitingInWords(aside)).toMatchObject({ title: '3rd in line, about 4 seconds', more: expect.stringContaining('moved aside to let others through') });
    expect(waitingInWords({ ...aside, state: 'grading' }).more).toContain('It will finish.');
    expect(waitingInWords({ ...queued, movedAside: 'earlier-ones-did' }).more).toContain('Your last programs');
  });

  it('as safe while grading is paused', () => {
    expect(waitingInWords({ ...queued, state: 'paused', queueSeconds: null })).toMatchObject({ title: 'Saved; it will be graded', more: expect.stringContaining('Your code is stored') });
  });
});
