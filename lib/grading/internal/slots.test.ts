import { describe, expect, it, vi } from 'vitest';
import { type Lane, Slots } from './slots';

/** What has been let in so far, in order. */
function doorOf(slots: Slots) {
  const inside: string[] = [];
  const enter = (kind: Lane | 'run', name: string) => slots.enter(kind).then(() => void inside.push(name));
  return { inside, enter, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('slots', () => {
  it('keep one of several free of runs', async () => {
    const slots = new Slots(3);
    const { inside, enter, settled } = doorOf(slots);
    for (const name of ['run 1', 'run 2', 'run 3']) void enter('run', name);
    void enter('fast', 'grade 1');
    await settled();
    expect(inside).toEqual(['run 1', 'run 2', 'grade 1']);
    slots.leave('fast');
    await settled();
    expect(inside).toHaveLength(3);
    slots.leave('run');
    await settled();
    expect(inside.at(-1)).toBe('run 3');
  });

  it('let grading go first where there is only one', async () => {
    const slots = new Slots(1);
    const { inside, enter, settled } = doorOf(slots);
    for (const name of ['run 1', 'run 2']) void enter('run', name);
    void enter('fast', 'grade 1');
    slots.leave('run');
    await settled();
    slots.leave('fast');
    await settled();
    expect(inside).toEqual(['run 1', 'grade 1', 'run 2']);
  });

  it('refuse a run when enough of them wait, and never a grading', async () => {
    const slots = new Slots(2);
    const { enter, inside, settled } = doorOf(slots);
    for (let index = 0; index < 5; index += 1) void enter('run', `run ${index}`);
    await expect(slots.enter('run')).rejects.toMatchObject({ status: 503, retryAfter: expect.any(Number) });
    for (let index = 0; index < 50; index += 1) void enter('fast', `grade ${index}`);
    for (let index = 0; index < 50; index += 1) {
      await settled();
      slots.leave('fast');
    }
    await settled();
    expect(inside.filter((name) => name.startsWith('grade'))).toHaveLength(50);
  });

  it('refuse a run that waited too long', async () => {
    vi.useFakeTimers();
    const slots = new Slots(1);
    await slots.enter('fast');
    const refused = expect(slots.enter('run')).rejects.toMatchObject({ status: 503 });
    await vi.advanceTimersByTimeAsync(20_000);
    await refused;
    vi.useRealTimers();
    slots.leave('fast');
    await expect(slots.enter('fast')).resolves.toBeUndefined();
  });

  it('move a running fast job aside, so that the next begins, while there is room in the slow lane', async () => {
    const slots = new Slots(2);
    const { inside, enter, settled } = doorOf(slots);
    for (const name of ['a', 'b', 'c', 'd']) void enter('fast', name);
    await settled();
    expect(slots.moveToSlow()).toBe(true);
    expect(slots.moveToSlow()).toBe(true);
    await settled();
    expect(inside).toEqual(['a', 'b', 'c', 'd']);
    void enter('fast', 'e');
    expect(slots.moveToSlow()).toBe(false);
    await settled();
    expect(inside).toHaveLength(4);
    slots.leave('slow');
    expect(slots.moveToSlow()).toBe(true);
    await settled();
    expect(inside).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('move no job aside in a crowd, however free the slow lane is', async () => {
    vi.useFakeTimers();
    const slots = new Slots(2);
    const { enter, inside } = doorOf(slots);
    for (const name of ['a', 'b', 'c', 'd', 'e']) void enter('fast', name);
    await vi.advanceTimersByTimeAsync(0);
    expect(slots.moveToSlow()).toBe(false);
    slots.leave('fast');
    await vi.advanceTimersByTimeAsync(0);
    expect(inside).toEqual(['a', 'b', 'c']);
    expect(slots.moveToSlow()).toBe(false); // a moment ago there was a crowd
    await vi.advanceTimersByTimeAsync(2100);
    expect(slots.moveToSlow()).toBe(true);
    vi.useRealTimers();
  });

  it('begin a slow job when no fast one waits', async () => {
    const slots = new Slots(1);
    const { inside, enter, settled } = doorOf(slots);
    for (const name of ['fast 1', 'fast 2']) void enter('fast', name);
    void enter('slow', 'slow 1');
    await settled();
    expect(inside).toEqual(['fast 1']);
    slots.leave('fast');
    await settled();
    expect(inside).toEqual(['fast 1', 'fast 2', 'slow 1']);
  });

  it('begin no slow job in a crowd because for a moment nobody waits', async () => {
    vi.useFakeTimers();
    const slots = new Slots(1);
    const { inside, enter } = doorOf(slots);
    for (let index = 0; index < 3; index += 1) void enter('fast', `fast ${index}`);
    void enter('slow', 'slow 1');
    for (let index = 0; index < 3; index += 1) slots.leave('fast');
    await vi.advanceTimersByTimeAsync(1900);
    expect(inside).toEqual(['fast 0', 'fast 1', 'fast 2']);
    await vi.advanceTimersByTimeAsync(200);
    expect(inside.at(-1)).toBe('slow 1');
    vi.useRealTimers();
  });

  it('begin a slow job after two minutes, however many fast ones wait', async () => {
    vi.useFakeTimers();
    const slots = new Slots(1);
    const { inside, enter } = doorOf(slots);
    for (let index = 0; index < 50; index += 1) void enter('fast', `fast ${index}`);
    void enter('slow', 'slow 1');
    await vi.advanceTimersByTimeAsync(119_000);
    slots.leave('fast');
    await vi.advanceTimersByTimeAsync(0);
    expect(inside).toEqual(['fast 0', 'fast 1']);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(inside.at(-1)).toBe('slow 1');
    expect(slots.moveToSlow()).toBe(false);
    vi.useRealTimers();
  });
});
