import { describe, expect, it } from 'vitest';
import { QuickTime } from './quick-time';

const learn = (quick: QuickTime, ms: number, times = 200) => {
  for (let index = 0; index < times; index += 1) quick.learnFrom({ usage: { cpuMs: ms, wallMs: 1000, peakMemoryKb: 1, outputBytes: 0 } });
};

describe('the time a fast job has', () => {
  it('is long until something is known', () => {
    expect(new QuickTime().ms).toBe(1000);
  });
  it('follows what submissions take, however busy the machine is', () => {
    const quick = new QuickTime();
    learn(quick, 50);
    expect(quick.ms / 300).toBeCloseTo(1, 0);
    learn(quick, 100);
    expect(quick.ms / 600).toBeCloseTo(1, 0);
  });
  it('is known after five submissions, one of them an endless loop', () => {
    const quick = new QuickTime();
    for (const ms of [30, 5000, 20, 25]) learn(quick, ms, 1);
    expect(quick.ms).toBe(1000);
    learn(quick, 40, 1);
    expect(quick.ms).toBe(180);
  });
  it('is bounded on both sides', () => {
    const quick = new QuickTime();
    learn(quick, 2);
    expect(quick.ms).toBe(60);
    learn(quick, 5000);
    expect(quick.ms).toBe(1000);
  });
  it('grows when the machine became so slow that honest ones are stopped', () => {
    const quick = new QuickTime();
    learn(quick, 20);
    for (let index = 0; index < 100; index += 1) quick.learnFromSlow();
    expect(quick.ms).toBe(1000);
  });
  it('is hardly moved by a few endless loops among many', () => {
    const quick = new QuickTime();
    for (let round = 0; round < 100; round += 1) {
      learn(quick, 30, 9);
      quick.learnFromSlow();
    }
    expect(quick.ms).toBeLessThan(250);
  });
  it('does not change by what ran nothing', () => {
    const quick = new QuickTime();
    const before = quick.ms;
    learn(quick, 0);
    expect(quick.ms).toBe(before);
  });
});
