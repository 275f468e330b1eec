// What the sandbox's tests share: a prepared image, an open sandbox of one slot, and an honest job.
import fs from 'node:fs';
import path from 'node:path';
import { createSandbox, type Sandbox } from '../../lib/grading/internal/sandbox';
import type { SandboxResult } from '../../lib/grading/schema';
import { HONEST } from '../../scripts/attacks/cases';
import { prepareSandbox } from '../../scripts/prepare-sandbox';
import { resolveDataDir } from '../../scripts/steps/data-dir';

export { inWords } from '../../scripts/attacks/cases';

export const CASES = path.join('sandbox', 'tests');

/** Opens a sandbox. @throws Error when this machine has none: a test that cannot run is a failure, not a skip */
export async function openSandbox({ slots = 1 }: { slots?: number } = {}): Promise<Sandbox> {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (reason) throw new Error(reason);
  const sandbox = createSandbox({ dataDir, slots });
  await sandbox.start();
  const status = sandbox.status();
  if (!status.open) throw new Error(status.reason ?? 'closed');
  return sandbox;
}

export const read = (...parts: string[]): string => fs.readFileSync(path.join(CASES, ...parts), 'utf8');
export const folders = (kind: string): string[] =>
  fs.readdirSync(path.join(CASES, kind), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** Grades a program that does everything right. */
export function gradeHonest(sandbox: Sandbox, seed = 7): Promise<SandboxResult> {
  return sandbox.grade({ code: HONEST, checks: read('attacks', 'checks.py'), seed });
}
