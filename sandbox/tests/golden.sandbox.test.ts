// Each case is a program, checks, and what the sandbox must say of them. After a deliberate change:
// UPDATE_GOLDEN=1 npx vitest run --project sandbox golden, and read the difference.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { sandboxResult, type SandboxResult } from '../../lib/grading/schema';
import { CASES, folders, openSandbox, read } from './opened';

const SEED = 42;
/** what a lesson's program does at its end: visits itself */
const VISIT = '\nprint(app.test_client().get("/").status)\n';
const UPDATE = process.env.UPDATE_GOLDEN === '1';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ slots: 2 });
});
afterAll(() => sandbox.close());

/** The part of a result that must not change from run to run. */
function lasting({ imageHash: _imageHash, engine: _engine, usage: _usage, phases: _phases, ...rest }: SandboxResult) {
  return JSON.parse(JSON.stringify(rest)) as unknown;
}

describe('golden cases', () => {
  it.each(folders('golden'))('%s', async (name) => {
    const result = await sandbox.grade({ code: read('golden', name, 'program.py'), checks: read('golden', name, 'checks.py'), seed: SEED });
    expect(sandboxResult.parse(result)).toEqual(result);
    const file = path.join(CASES, 'golden', name, 'expected.json');
    if (UPDATE) fs.writeFileSync(file, `${JSON.stringify(lasting(result), null, 2)}\n`);
    expect(lasting(result)).toEqual(JSON.parse(fs.readFileSync(file, 'utf8')));
  });

  it('gives the same result for the same seed', async () => {
    const job = { code: read('golden', 'functions', 'program.py'), checks: read('golden', 'functions', 'checks.py'), seed: SEED };
    const [first, second] = await Promise.all([sandbox.grade(job), sandbox.grade(job)]);
    expect(lasting(first)).toEqual(lasting(second));
  });
});

it('a program that is only run tells of an error in a view, with its line', async () => {
  const result = await sandbox.run({ code: read('golden', 'view-raises', 'program.py') + VISIT });
  expect(result.outcome).toBe('ran');
  expect(result.stdout).toContain('500 INTERNAL SERVER ERROR');
  expect(result.stderr).toMatch(/^A view stopped with an error on line \d+, so the answer is 500\.\n\w+Error: /);
});
