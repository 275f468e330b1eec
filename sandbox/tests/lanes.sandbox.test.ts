import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { Postponed } from '../../lib/grading/internal/sandbox-container';
import { gradeHonest, inWords, openSandbox } from './opened';

const HALTS_AT_LOAD = 'import time\ntime.sleep(1.5)\nfrom flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    return "hi"\n';
const HALTS_IN_VIEW = 'import time\nfrom flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    time.sleep(1.5)\n    return "hi"\n';
const CHECKS = 'from coursewright import check\n@check("answers")\ndef answers(client):\n    client.get("/").expect_body("hi")\n';
const QUICK_MS = 200;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ slots: 1 });
});
afterAll(() => sandbox.close());

describe('a slow job does not hold up quick ones', () => {
  it.each([['while it loads', HALTS_AT_LOAD], ['while it answers', HALTS_IN_VIEW]])('it moves to the slow lane %s, and the next is stopped without blame', async (_, code) => {
    const job = { code, checks: CHECKS, seed: 1 };
    const first = sandbox.grade(job, { quickMs: QUICK_MS });
    const second = sandbox.grade(job, { quickMs: QUICK_MS });
    await pause(1.5 * QUICK_MS); // the first has moved
    const third = gradeHonest(sandbox);
    const settled: string[] = [];
    void first.then((result) => settled.push(`first ${inWords(result)}`));
    await expect(second).rejects.toBeInstanceOf(Postponed);
    settled.push('second postponed');
    void third.then((result) => settled.push(`third ${inWords(result)}`));
    await Promise.all([first, third]);
    expect(settled).toEqual(['second postponed', 'third passed', 'first passed']);
  });

  it('in a crowd it does not move, and is stopped for those who wait', async () => {
    const job = { code: HALTS_AT_LOAD, checks: CHECKS, seed: 1 };
    const first = sandbox.grade(job, { quickMs: QUICK_MS });
    const others = [gradeHonest(sandbox), gradeHonest(sandbox)];
    await expect(first).rejects.toBeInstanceOf(Postponed);
    expect((await Promise.all(others)).map(inWords)).toEqual(['passed', 'passed']);
  });

  it('a program that others keep waiting stays quick', async () => {
    const lateChecks = `import time\ntime.sleep(0.3)\n${CHECKS.replace('    client', '    time.sleep(0.3)\n    client')}`;
    const first = sandbox.grade({ code: HALTS_AT_LOAD.replace('1.5', '0'), checks: lateChecks, seed: 1 }, { quickMs: QUICK_MS });
    const others = [gradeHonest(sandbox), gradeHonest(sandbox)];
    expect((await Promise.all([first, ...others])).map(inWords)).toEqual(['passed', 'passed', 'passed']);
  });

  it('it runs to its end when it begins in the slow lane', async () => {
    const result = await sandbox.grade({ code: HALTS_AT_LOAD, checks: CHECKS, seed: 1 }, { lane: 'slow', quickMs: QUICK_MS });
    expect(inWords(result)).toBe('passed');
  });

  it('the containers of postponed jobs grade on', async () => {
    for (const _ of [1, 2, 3]) expect(inWords(await gradeHonest(sandbox))).toBe('passed');
  });
});
