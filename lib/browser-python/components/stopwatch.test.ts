import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startStopwatch } from './stopwatch';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('rings once its time is over', () => {
  const ring = vi.fn();
  const clock = startStopwatch(100, ring);
  vi.advanceTimersByTime(99);
  expect([ring.mock.calls.length, clock.rang()]).toEqual([0, false]);
  vi.advanceTimersByTime(1);
  expect([ring.mock.calls.length, clock.rang()]).toEqual([1, true]);
});

it('does not count what is awaited', async () => {
  const ring = vi.fn();
  const clock = startStopwatch(100, ring);
  vi.advanceTimersByTime(60);
  const typed = clock.paused(() => new Promise((resolve) => setTimeout(() => resolve('line'), 1000)));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await typed).toBe('line');
  await vi.advanceTimersByTimeAsync(39);
  expect(ring).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ring).toHaveBeenCalledOnce();
});

it('stays quiet when stopped, also while something is awaited', async () => {
  const ring = vi.fn();
  const clock = startStopwatch(100, ring);
  let answer: () => void = () => undefined;
  const waiting = clock.paused(() => new Promise<void>((resolve) => (answer = resolve)));
  clock.stop();
  answer();
  await waiting;
  await vi.advanceTimersByTimeAsync(1000);
  expect(ring).not.toHaveBeenCalled();
});
