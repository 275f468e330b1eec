import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { writeBundle } from './runc-bundle';
import type { EngineName, SandboxImage } from './sandbox-image';

export type Role = 'learner' | 'checker';
export type ContainerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** A running container: its process here, and how to be sure it is gone. */
export type StartedContainer = { process: ContainerProcess; destroy: () => void };

const PYTHON = '/usr/bin/python3';
const START = '/opt/coursewright/start.py';
/** nobody inside the container */
const INNER_ID = '65534';
/** Uids outside that no account has: each container of ours gets its own, so that they cannot even see each other. */
const FIRST_UID = 64_100;
const UIDS = 800;

/** Next.js' types insist on NODE_ENV; the container must not even have that. */
const EMPTY = {} as NodeJS.ProcessEnv;

let started = 0;

function nextUid(): number {
  started += 1;
  return FIRST_UID + ((process.pid + started) % UIDS);
}

const isRoot = () => process.getuid?.() === 0;

/** How each engine starts the same container. Nothing else in the product knows which engine it is. */
const STARTERS: Record<EngineName, (image: SandboxImage, role: Role) => StartedContainer> = {
  bubblewrap: (image, role) => {
    const uid = nextUid();
    // As root, bwrap would map the learner to uid 0 outside. And an empty environment, because bwrap's own stays readable in /proc/1.
    const identity = isRoot() ? { uid, gid: uid } : {};
    const child = spawn('/usr/bin/bwrap', bubblewrapArguments(image, role), { stdio: 'pipe', env: EMPTY, cwd: '/', ...identity });
    return { process: child, destroy: () => void child.kill('SIGKILL') };
  },
  runc: (image, role) => {
    const id = `coursewright-${randomBytes(6).toString('hex')}`;
    const bundle = writeBundle({ rootfs: requireRootfs(image), uid: nextUid(), command: [PYTHON, '-I', START, role] });
    const child = spawn('runc', ['run', '--bundle', bundle.folder, id], { stdio: 'pipe', cwd: '/' });
    const destroy = () => {
      child.kill('SIGKILL');
      runAndForget('runc', ['delete', '--force', id]);
      bundle.remove();
    };
    return { process: child, destroy };
  },
  docker: (image, role) => startWithDaemon('docker', image, role),
  podman: (image, role) => startWithDaemon('podman', image, role),
};

/** Starts a container of the image. It ends by itself when its standard input closes, so also when this process dies. */
export function startContainer({ image, role }: { image: SandboxImage; role: Role }): StartedContainer {
  return STARTERS[image.engine](image, role);
}

function bubblewrapArguments(image: SandboxImage, role: Role): string[] {
  return [
    ...['--ro-bind', requireRootfs(image), '/'],
    ...['--unshare-all', '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...['--die-with-parent', '--new-session', '--hostname', 'sandbox', '--chdir', '/'],
    ...['--uid', INNER_ID, '--gid', INNER_ID, '--cap-drop', 'ALL'],
    ...['--', PYTHON, '-I', START, role],
  ];
}

function startWithDaemon(command: 'docker' | 'podman', image: SandboxImage, role: Role): StartedContainer {
  const name = `coursewright-${randomBytes(6).toString('hex')}`;
  const limits = ['--memory', '768m', '--memory-swap', '768m', '--pids-limit', '64', '--cpus', '1', '--ulimit', 'core=0:0', '--ulimit', 'nofile=1024:1024'];
  const closed = ['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--user', `${INNER_ID}:${INNER_ID}`];
  const child = spawn(
    command,
    ['run', '--rm', '--interactive', '--init', '--name', name, '--hostname', 'sandbox', '--log-driver', 'none', ...closed, ...limits]
      .concat(['--tmpfs', '/tmp:rw,nosuid,nodev,noexec,size=32m,nr_inodes=2k,mode=1777', '--entrypoint', PYTHON, image.reference ?? '', '-I', START, role]),
    { stdio: 'pipe', cwd: '/' },
  );
  const destroy = () => {
    child.kill('SIGKILL');
    runAndForget(command, ['rm', '--force', name]);
  };
  return { process: child, destroy };
}

function runAndForget(command: string, args: string[]): void {
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

function requireRootfs(image: SandboxImage): string {
  if (!image.rootfs) throw new Error(`the image prepared for ${image.engine} has no root file system; run npm run prepare:sandbox again`);
  return image.rootfs;
}
