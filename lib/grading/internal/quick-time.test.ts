import { describe, expect, it } from 'vitest';
import { QuickTime } from './quick-time';

const learn = (quick: QuickTime, ms: number, limit: 'time' | null = null) => {
  for (let index = 0; index < 200; index += 1) quick.learnFrom({ limit, phases: { load: ms / 2, checks: ms / 2, claim: 1000 } });
};

describe('the time a fast job has', () => {
  it('follows what submissions take, however busy the machine is', () => {
    const quick = new QuickTime();
    learn(quick, 50);
    expect(quick.ms).toBeCloseTo(300, -1);
    learn(quick, 200);
    expect(quick.ms).toBeCloseTo(1200, -1);
  });
  it('is bounded on both sides', () => {
    const quick = new QuickTime();
    learn(quick, 2);
    expect(quick.ms).toBe(120);
    learn(quick, 5000);
    expect(quick.ms).toBe(1500);
  });
  it('does not grow by those that hit a limit or ran nothing', () => {
    const quick = new QuickTime();
    const before = quick.ms;
    learn(quick, 5000, 'time');
    learn(quick, 0);
    expect(quick.ms).toBe(before);
  });
});
