// One process may run the same checks for several learners, one after the other; whatever is out of the ordinary ends it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContainerPair } from '../../lib/grading/internal/check-run';
import { closePair, gradeInPair, openPair } from './opened';

const PROGRAM = 'from flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef home():\n    return "hi"\n';
/** Says by a failure which process runs it, how many jobs left something in its module, and how many descriptors are open. */
const CHECKS = `
import os
from coursewright import check, fail

count = 0

@check("which")
def which(client):
    global count
    count += 1
    client.get("/").expect_status(200)
    fail(f"{os.getpid()} {count} {os.dup(0)}")
`;
const OTHER = `${CHECKS}\n# other checks\n`;

let pair: ContainerPair;

beforeAll(async () => {
  pair = await openPair();
}, 60_000);
afterAll(() => closePair(pair));

async function grade({ checks = CHECKS, code = PROGRAM }: { checks?: string; code?: string } = {}) {
  const run = await gradeInPair(pair, { code, checks });
  const [process, count, descriptor] = (run.checks[0]?.message ?? '').split(' ').map(Number);
  return { run, process, count, descriptor };
}

describe('the process that runs the checks', () => {
  it('runs the same checks again from their first line, and keeps no descriptor', async () => {
    const jobs = [await grade(), await grade(), await grade()];
    expect(new Set(jobs.map(({ process }) => process)).size).toBe(1);
    expect(jobs.map(({ count }) => count)).toEqual([1, 1, 1]);
    // each job of this test leaves one that its check made; the line to the program must leave none
    expect((jobs[2]?.descriptor ?? 0) - (jobs[0]?.descriptor ?? 0)).toBe(2);
  });

  it('runs no other checks', async () => {
    const first = await grade();
    const other = await grade({ checks: OTHER });
    expect(other.process).not.toBe(first.process);
    expect(other.count).toBe(1);
  });

  it('is another one after a while', async () => {
    const seen = new Set<number | undefined>();
    for (let job = 0; job < 30; job += 1) seen.add((await grade()).process);
    expect(seen.size).toBe(2);
  });

  it.each([
    ['the program ended while it was asked', PROGRAM.replace('return "hi"', 'import os; os._exit(0)')],
    ['the program did not load', 'app = Flusk()'],
    ['the program broke the rules', PROGRAM.replace('return "hi"', 'import os; os.write(3, b"nonsense"); return "hi"')],
  ])('is another one after %s', async (_, code) => {
    const before = await grade();
    await grade({ code });
    expect((await grade()).process).not.toBe(before.process);
  });

  it('is another one after the checks failed by themselves or ran too long', async () => {
    const broken = `${CHECKS}\n@check("broken")\ndef broken():\n    raise ValueError("mine")\n`;
    const first = await grade({ checks: broken });
    expect(first.run).toMatchObject({ outcome: 'grader-fault' });
    const again = await grade({ checks: broken });
    expect(again.run).toMatchObject({ outcome: 'grader-fault' });
    expect((await grade()).count).toBe(1);
  });

  it('may have all the processor time of a job again', async () => {
    const busy = `${CHECKS}\n@check("busy")\ndef busy():\n    import time\n    until = time.process_time() + 1.1\n    while time.process_time() < until:\n        pass\n`;
    const seen = [];
    for (let job = 0; job < 6; job += 1) seen.push(await grade({ checks: busy }));
    expect(seen.map(({ run }) => run.checks[1]?.status)).toEqual(Array(6).fill('passed'));
    expect(new Set(seen.map(({ process }) => process)).size).toBe(2);
  }, 30_000);
});
