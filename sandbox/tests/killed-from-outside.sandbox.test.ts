import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { findContainers, killNow } from '../../scripts/faults/processes';
import { gradeHonest, inWords, openSandbox } from './opened';

const SLOW = 'import time\ntime.sleep(1)\nfrom flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    return "hi"\n';
const SLOW_VIEW = 'import time\nfrom flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    time.sleep(1)\n    return "hi"\n';
const CHECKS = 'from coursewright import check\n@check("answers")\ndef answers(client):\n    client.get("/").expect_body("hi")\n';
const SLOWER = SLOW.replace('sleep(1)', 'sleep(2)');
/** most of what a program may have, held for a while */
const LARGE = `held = bytearray(300 * 1024 * 1024)\n${SLOWER}`;
const IN_THE_MIDDLE_MS = 400;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const killChildren = (role: string) => {
  const children = findContainers([process.pid]).filter((container) => container.role === role).flatMap((container) => container.children);
  expect(children.length).toBeGreaterThan(0);
  children.forEach(killNow);
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

describe('a process killed from outside is nobody’s limit', () => {
  it.each([['learner', 'while it loads', SLOW], ['learner', 'while it answers', SLOW_VIEW], ['checker', 'while it waits', SLOW_VIEW]])('the %s’s, %s', async (role, _, code) => {
    const pending = sandbox.grade({ code, checks: CHECKS, seed: 1 });
    await pause(IN_THE_MIDDLE_MS);
    killChildren(role);
    expect(inWords(await pending)).toBe('passed');
  });

  it('the one that waits for a job', async () => {
    killChildren('learner');
    killChildren('checker');
    expect(inWords(await gradeHonest(sandbox))).toBe('passed');
  });

  it('a run is done again, too', async () => {
    const pending = sandbox.run({ code: 'import time\ntime.sleep(1)\nprint("hi")\n' });
    await pause(IN_THE_MIDDLE_MS);
    killChildren('learner');
    expect(await pending).toMatchObject({ outcome: 'ran', stdout: 'hi\n' });
  });

  it.each([['it is a fault of ours', SLOWER, 'grader-fault'], ['near the limit of memory, it is the limit of memory', LARGE, 'over-limit memory']])('killed every time, %s', async (_, code, expected) => {
    const pending = sandbox.grade({ code, checks: CHECKS, seed: 1 });
    const killing = setInterval(() => findContainers([process.pid]).filter(({ role }) => role === 'learner').flatMap(({ children }) => children).forEach(killNow), 1500);
    expect(inWords(await pending.finally(() => clearInterval(killing)))).toBe(expected);
  });
});
