import fs from 'node:fs/promises';
import path from 'node:path';
import type { SandboxResult } from '../schema';

/** what of a result the self-test looks at */
type Told = Pick<SandboxResult, 'outcome' | 'checks' | 'error' | 'limit' | 'fault'>;

const FOLDER = path.join('sandbox', 'self-test');

/**
 * Runs a program that tries what no program may do (sandbox/self-test/program.py), with checks that it failed at it, and
 * that an honest page works.
 * @returns what is wrong, or null when the sandbox holds
 */
export async function selfTest(grade: (job: { code: string; checks: string; seed: number }) => Promise<Told>): Promise<string | null> {
  const [code, checks] = await Promise.all([read('program.py'), read('checks.py')]);
  const result = await grade({ code, checks, seed: Date.now() % 1_000_000 });
  if (result.outcome !== 'ran') return `the self-test did not run: ${result.fault ?? result.error?.message ?? result.limit ?? result.outcome}`;
  const failed = result.checks.filter(({ status }) => status !== 'passed');
  return failed.length === 0 ? null : `the self-test failed: ${failed.map(({ name, message, actual }) => [name, message, actual].filter(Boolean).join(': ')).join('; ')}`;
}

const read = (name: string) => fs.readFile(path.join(process.cwd(), FOLDER, name), 'utf8');
