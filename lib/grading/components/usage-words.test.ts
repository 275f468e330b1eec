import { expect, it } from 'vitest';
import { usageInWords } from './usage-words';

const limits = { seconds: 5, cpuSeconds: 4, memoryMb: 320, outputKb: 64 };
const usage = { cpuMs: 15, wallMs: 20, peakMemoryKb: 31 * 1024, outputBytes: 120 };
const words = (used: Partial<typeof usage>, limit: Parameters<typeof usageInWords>[0]['limit'] = null, known = true) =>
  usageInWords({ usage: { ...usage, ...used }, limit, limits: known ? limits : undefined }).join(' · ');

it('says what a program used, without limits that are far away', () => {
  expect(words({})).toBe('took 0.02 s · 31 MB of memory · printed 120 characters');
  expect(words({ wallMs: 3, outputBytes: 0 })).toBe('took 0.01 s · 31 MB of memory · printed nothing');
  expect(words({ wallMs: 1234, outputBytes: 1 })).toBe('took 1.2 s · 31 MB of memory · printed 1 character');
  expect(words({ wallMs: 2000, outputBytes: 12 * 1024 })).toBe('took 2 s · 31 MB of memory · printed 12 KB');
});

it('says a limit that is close', () => {
  expect(words({ wallMs: 4200, peakMemoryKb: 300 * 1024, outputBytes: 60 * 1024 })).toBe('took 4.2 s of 5 s · 300 MB of 320 MB of memory · printed 60 KB of 64 KB');
});

it('says a limit that was hit, and never more than it', () => {
  expect(words({ wallMs: 5012 }, 'time')).toBe('stopped at 5 s of 5 s · 31 MB of memory · printed 120 characters');
  expect(words({ cpuMs: 4020, wallMs: 4100 }, 'time')).toBe('stopped at 4 s of 4 s of computing · 31 MB of memory · printed 120 characters');
  expect(words({ peakMemoryKb: 321 * 1024 }, 'memory')).toBe('took 0.02 s · stopped at 320 MB of 320 MB of memory · printed 120 characters');
  expect(words({ outputBytes: 70 * 1024 }, 'output')).toBe('took 0.02 s · 31 MB of memory · stopped at 64 KB of 64 KB printed');
});

it('leaves out memory that could not be measured', () => {
  expect(words({ wallMs: 4511, peakMemoryKb: 0 }, 'time')).toBe('stopped at 4.5 s of 5 s · printed 120 characters');
});

it('does without limits where an older result has none, and says nothing where nothing ran', () => {
  expect(words({ wallMs: 5012 }, 'time', false)).toBe('stopped at 5 s · 31 MB of memory · printed 120 characters');
  expect(usageInWords({ usage: null, limit: null, limits })).toEqual([]);
});
