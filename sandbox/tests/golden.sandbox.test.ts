// Each case is a program, checks, and what the sandbox must say of them. After a deliberate change:
// UPDATE_GOLDEN=1 npx vitest run --project sandbox golden, and read the difference.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { sandboxResult, type SandboxResult } from '../../lib/grading/schema';
import { CASES, folders, openSandbox, read } from './opened';

const SEED = 42;
const UPDATE = process.env.UPDATE_GOLDEN === '1';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ slots: 2 });
});
afterAll(() => sandbox.close());

/** The part of a result that must not change from run to run. */
function lasting({ imageHash: _imageHash, phases: _phases, ...rest }: SandboxResult) {
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
