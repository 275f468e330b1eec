import { expect, it } from 'vitest';
import { rememberFor } from './remember';

const clock = () => {
  const state = { time: 1000, reads: 0 };
  const read = async () => {
    state.reads += 1;
    if (state.reads === 3) throw new Error('down');
    return state.reads;
  };
  return { state, ask: rememberFor({ ms: 100, read, now: () => state.time }) };
};

it('reads once for a crowd, and again only when the time is up', async () => {
  const { state, ask } = clock();
  expect(await Promise.all(Array.from({ length: 50 }, ask))).toEqual(Array(50).fill(1));
  state.time += 99;
  expect(await ask()).toBe(1);
  state.time += 1;
  expect(await ask()).toBe(2);
  expect(state.reads).toBe(2);
});

it('counts the time from the answer, so that a slow reading is not begun twice', async () => {
  const state = { time: 0, reads: 0 };
  let answer = (_: string) => {};
  const read = () => {
    state.reads += 1;
    return new Promise<string>((resolve) => (answer = resolve));
  };
  const ask = rememberFor({ ms: 100, read, now: () => state.time });
  const first = ask();
  state.time = 500;
  const second = ask();
  answer('here');
  expect([await first, await second, await ask()]).toEqual(['here', 'here', 'here']);
  expect(state.reads).toBe(1);
});

it('remembers a failure as long, then tries again', async () => {
  const { state, ask } = clock();
  await ask();
  state.time += 100;
  await ask();
  state.time += 100;
  await expect(ask()).rejects.toThrow('down');
  await expect(ask()).rejects.toThrow('down');
  expect(state.reads).toBe(3);
  state.time += 100;
  expect(await ask()).toBe(4);
});
