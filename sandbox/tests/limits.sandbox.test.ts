import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import type { JobLimits } from '../../lib/grading/schema';
import { inWords, openSandbox } from './opened';

const APP = 'from flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    return "hi"\n';
const CHECKS = 'from coursewright import check\n@check("answers")\ndef answers(client):\n    client.get("/").expect_body("hi")\n';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ slots: 2 });
});
afterAll(() => sandbox.close());

const grade = (before: string, limits?: JobLimits) => sandbox.grade({ code: `${before}\n${APP}`, checks: CHECKS, seed: 1, limits });

describe('an exercise may have limits of its own', () => {
  it.each<[string, string, JobLimits | undefined, string]>([
    ['memory enough', 'kept = b"x" * 150_000_000', undefined, 'passed'],
    ['less memory', 'kept = b"x" * 150_000_000', { memoryMb: 128 }, 'over-limit memory'],
    ['the least memory, which is enough for an app', 'kept = b"x" * 1_000_000', { memoryMb: 64 }, 'passed'],
    ['more memory', 'kept = b"x" * 380_000_000', { memoryMb: 512 }, 'passed'],
    ['less time', 'import time; time.sleep(1.2)', { seconds: 1 }, 'over-limit time'],
    ['less processor time', 'while True: pass', { seconds: 1 }, 'over-limit time'],
    ['more time', 'import time; time.sleep(5.5)', { seconds: 9 }, 'passed'],
    ['less output', 'print("x" * 5000)', { outputKb: 1 }, 'over-limit output'],
    ['more output', 'print("x" * 200_000)', { outputKb: 256 }, 'passed'],
    ['the usual output', 'print("x" * 200_000)', undefined, 'over-limit output'],
  ])('%s', async (_, before, limits, expected) => {
    const result = await grade(before, limits);
    expect({ verdict: inWords(result), result: inWords(result) === expected ? null : result }).toEqual({ verdict: expected, result: null });
  });
});

describe('what a program used is measured from outside', () => {
  it('processor time, memory and output', async () => {
    const idle = (await grade('')).usage;
    const busy = (await grade('import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass\nkept = b"x" * 60_000_000\nprint("12345")')).usage;
    if (!idle || !busy) throw new Error('no usage');
    expect(busy.cpuMs - idle.cpuMs).toBeGreaterThan(250);
    expect(busy.cpuMs).toBeLessThan(2000);
    expect(busy.wallMs).toBeGreaterThanOrEqual(250);
    expect(busy.peakMemoryKb - idle.peakMemoryKb).toBeGreaterThan(50_000);
    expect(idle.peakMemoryKb).toBeGreaterThan(5_000);
    expect([idle.outputBytes, busy.outputBytes]).toEqual([0, 6]);
  });

  it('of a program that hit a limit, too', async () => {
    const { usage } = await grade('while True: pass', { seconds: 2 });
    expect(usage?.cpuMs).toBeGreaterThan(50);
    expect(usage?.wallMs).toBeGreaterThan(1000);
    expect(usage?.peakMemoryKb).toBeGreaterThan(5_000);
  });

  it('a loop is stopped after about the time its exercise says, not long before', async () => {
    const { usage, limit } = await grade('while True: pass', { seconds: 1 });
    expect(limit).toBe('time');
    expect(usage?.wallMs).toBeGreaterThan(800);
  });

  it('and told with where the time went', async () => {
    const { phases, engine } = await grade('');
    expect(Object.keys(phases).sort()).toEqual(['checks', 'claim', 'fork', 'load']);
    expect(engine).toBe(sandbox.status().engine);
  });
});
