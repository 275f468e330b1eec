import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createInterface } from 'node:readline';
import type { GradingJob } from '../../../lib/grading/internal/grading-run';
import { isRoot } from '../../steps/data-dir';

/** How the floor is started: the image's own Python on the host, with nothing around it that costs time per submission. */
export const FLOOR_METHOD = isRoot ? 'chroot into the image, plain fork' : 'bubblewrap with a mount namespace only, plain fork';

type Floor = { grade: (job: GradingJob) => Promise<boolean>; close: () => void };

/** A warm Python that forks per submission and runs the checks in the fork, without any sandbox. */
export async function startFloor(rootfs: string): Promise<Floor> {
  const program = ['/usr/bin/python3', '-I', '-c', fs.readFileSync('scripts/bench/grading/floor.py', 'utf8')];
  const [command, args] = isRoot ? ['chroot', [rootfs, ...program]] : ['bwrap', ['--ro-bind', rootfs, '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp', ...program]];
  const child: ChildProcess = spawn(command as string, args as string[], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!child.stdin || !child.stdout) throw new Error('the floor has no pipes');
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next(); // "ready"
  return {
    grade: async ({ code, checks, seed }) => {
      stdin.write(`${JSON.stringify({ source: code, checks, seed })}\n`);
      const { value } = await lines.next();
      const { passed, total } = JSON.parse(String(value)) as { passed: number; total: number };
      return total > 0 && passed === total;
    },
    close: () => void child.kill('SIGKILL'),
  };
}

/** Grades with whichever of several floors is idle; waits for one when none is. */
export function gradeWithAny(floors: Floor[]): (job: GradingJob) => Promise<boolean> {
  const idle = [...floors];
  const waiting: ((floor: Floor) => void)[] = [];
  return async (job) => {
    const floor = idle.pop() ?? (await new Promise<Floor>((resolve) => waiting.push(resolve)));
    try {
      return await floor.grade(job);
    } finally {
      const next = waiting.shift();
      if (next) next(floor);
      else idle.push(floor);
    }
  };
}
