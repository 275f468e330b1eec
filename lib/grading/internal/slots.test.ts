import { describe, expect, it, vi } from 'vitest';
import { Slots } from './slots';

/** What has been let in so far, in order. */
function doorOf(slots: Slots) {
  const inside: string[] = [];
  const enter = (kind: 'grade' | 'run', name: string) => slots.enter(kind).then(() => void inside.push(name));
  return { inside, enter, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('slots', () => {
  it('keep one of several free of runs', async () => {
    const slots = new Slots(3);
    const { inside, enter, settled } = doorOf(slots);
    for (const name of ['run 1', 'run 2', 'run 3']) void enter('run', name);
    void enter('grade', 'grade 1');
    await settled();
    expect(inside).toEqual(['run 1', 'run 2', 'grade 1']);
    slots.leave('grade');
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
    void enter('grade', 'grade 1');
    slots.leave('run');
    await settled();
    slots.leave('grade');
    await settled();
    expect(inside).toEqual(['run 1', 'grade 1', 'run 2']);
  });

  it('refuse a run when enough of them wait, and never a grading', async () => {
    const slots = new Slots(2);
    const { enter, inside, settled } = doorOf(slots);
    for (let index = 0; index < 5; index += 1) void enter('run', `run ${index}`);
    await expect(slots.enter('run')).rejects.toMatchObject({ status: 503, retryAfter: expect.any(Number) });
    for (let index = 0; index < 50; index += 1) void enter('grade', `grade ${index}`);
    for (let index = 0; index < 50; index += 1) {
      await settled();
      slots.leave('grade');
    }
    await settled();
    expect(inside.filter((name) => name.startsWith('grade'))).toHaveLength(50);
  });

  it('refuse a run that waited too long', async () => {
    vi.useFakeTimers();
    const slots = new Slots(1);
    await slots.enter('grade');
    const refused = expect(slots.enter('run')).rejects.toMatchObject({ status: 503 });
    await vi.advanceTimersByTimeAsync(20_000);
    await refused;
    vi.useRealTimers();
    slots.leave('grade');
    await expect(slots.enter('grade')).resolves.toBeUndefined();
  });
});
