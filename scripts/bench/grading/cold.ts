import { spawn } from 'node:child_process';
import fs from 'node:fs';
import type { GradingJob } from '../../../lib/grading/internal/grading-run';
import type { SandboxImage } from '../../../lib/grading/internal/sandbox-image';
import { answers } from '../../sandbox/choose-engine';
import { run, runOrThrow } from '../../steps/command';
import { isRoot } from '../../steps/data-dir';

/** A fresh container for each submission, as most graders have it; `remove` takes away what was made for it. */
export type Cold = { name: string; grade: (job: GradingJob) => Promise<boolean>; remove: () => Promise<void> };

const ONCE = ['/usr/bin/python3', '-I', '-c', fs.readFileSync('scripts/bench/grading/once.py', 'utf8')];
/** named because Podman else asks for more than a host without CAP_SYS_RESOURCE may give */
const ULIMITS = ['core=0:0', 'nofile=1024:1024', 'nproc=1024:1024'].flatMap((limit) => ['--ulimit', limit]);
/** as closed as the product's own containers of these engines */
const CLOSED = ['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--user', '65534:65534', '--memory', '768m', '--pids-limit', '64', ...ULIMITS];
const INSTALL = 'apt-get install -y podman   (or docker.io, and start dockerd)';
/** a uid no account has, as the product's bubblewrap gets one */
const UNPRIVILEGED = isRoot ? { uid: 64_999, gid: 64_999 } : {};

/** Docker where it answers and starts a container, else Podman, with the very files of our image; null where neither does. */
export async function findContainerRival({ image, rootfs }: { image: SandboxImage; rootfs: string }): Promise<Cold | null> {
  for (const engine of ['docker', 'podman'] as const) {
    if (!(await answers(engine))) continue;
    const given = image.engine === engine ? image.reference : null;
    const reference = given ?? `coursewright-bench:${process.pid}`;
    if (!given) await runOrThrow('sh', ['-c', 'tar -C "$2" -c . | "$1" import - "$3"', 'sh', engine, rootfs, reference]);
    const remove = async () => void (given || (await run(engine, ['rmi', '--force', reference])));
    const args = [...CLOSED, '--log-driver', 'none', '--tmpfs', '/tmp', '--entrypoint', ONCE[0] ?? '', reference];
    const { code, output } = await run(engine, ['run', '--rm', ...args, '--version']);
    if (code === 0) return { name: `${engine} run`, grade: (job) => gradeOnce(engine, ['run', '--rm', '--interactive', ...args, ...ONCE.slice(1)], job), remove };
    console.error(`  ${engine} answers and starts no container: ${output.trim().split('\n').at(-1) ?? ''}`);
    await remove();
  }
  console.error(`  cold_ms is null: neither Docker nor Podman works here. Install one: ${INSTALL}`);
  return null;
}

/** A fresh bubblewrap for each submission; null where there is none. */
export async function findBubblewrapRival({ rootfs }: { rootfs: string }): Promise<Cold | null> {
  if (!(await answers('bubblewrap'))) {
    console.error('  bwrap_cold_ms is null: bubblewrap does not work here. Install it: apt-get install -y bubblewrap');
    return null;
  }
  const args = ['--ro-bind', rootfs, '/', '--unshare-all', '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--die-with-parent', '--cap-drop', 'ALL', '--chdir', '/', '--', ...ONCE];
  return { name: 'bwrap', grade: (job) => gradeOnce('bwrap', args, job, UNPRIVILEGED), remove: async () => {} };
}

/** @returns whether every check passed */
function gradeOnce(command: string, args: string[], { code, checks, seed }: GradingJob, identity: { uid?: number; gid?: number } = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...identity });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => {
      const { passed, total } = JSON.parse(said || '{"passed":0,"total":1}') as { passed: number; total: number };
      resolve(total > 0 && passed === total);
    });
    child.stdin.on('error', reject);
    child.stdin.end(JSON.stringify({ source: code, checks, seed }));
  });
}
