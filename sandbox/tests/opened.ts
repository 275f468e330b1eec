// What the sandbox's tests share: a prepared image, an open sandbox of one slot, and an honest job.
import fs from 'node:fs';
import path from 'node:path';
import type { ContainerPair } from '../../lib/grading/internal/check-run';
import { type GradingJob, gradeOn, type Patience } from '../../lib/grading/internal/grading-run';
import { createSandbox, type Sandbox } from '../../lib/grading/internal/sandbox';
import { SandboxContainer } from '../../lib/grading/internal/sandbox-container';
import { findImage } from '../../lib/grading/internal/sandbox-image';
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

/** One container of each role, without a pool around them. @throws Error when this machine has no image */
export async function openPair(): Promise<ContainerPair> {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  const image = findImage(dataDir);
  if (!image) throw new Error(reason ?? 'no image');
  const [learner, checker] = await Promise.all([SandboxContainer.start({ image, role: 'learner' }), SandboxContainer.start({ image, role: 'checker' })]);
  return { learner, checker };
}

/** Grades in these two containers, and waits until both are ready for the next job. */
export async function gradeInPair(pair: ContainerPair, job: Omit<GradingJob, 'seed'>, patience: Patience = {}) {
  try {
    return await gradeOn(pair, { ...job, seed: 1 }, patience);
  } finally {
    await Promise.all([pair.learner.endJob(3000), pair.checker.endJob(3000)]);
  }
}

export function closePair({ learner, checker }: ContainerPair): void {
  learner.destroy();
  checker.destroy();
}

export const read = (...parts: string[]): string => fs.readFileSync(path.join(CASES, ...parts), 'utf8');
export const folders = (kind: string): string[] =>
  fs.readdirSync(path.join(CASES, kind), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** Grades a program that does everything right. */
export function gradeHonest(sandbox: Sandbox, seed = 7): Promise<SandboxResult> {
  return sandbox.grade({ code: HONEST, checks: read('attacks', 'checks.py'), seed });
}
