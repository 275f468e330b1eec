import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { type Mount, mountLinks } from './link-folder';
import { writeBundle } from './runc-bundle';
import type { EngineName, SandboxImage } from './sandbox-image';

export type Role = 'learner' | 'checker';
export type ContainerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** A running container: its name, its process here, and how to be sure it is gone. */
export type StartedContainer = { name: string; process: ContainerProcess; destroy: () => void };
type Started = Omit<StartedContainer, 'name'>;
/** `name` is also the last word of the container's command line, so that its processes can be told from others on the host. */
type Wanted = { image: SandboxImage; role: Role; name: string };

const PYTHON = '/usr/bin/python3';
const START = '/opt/coursewright/start.py';
/** nobody inside the container */
const INNER_ID = '65534';
/**
 * Uids outside that no account has: each container of ours gets its own, so that they cannot even see each other. Not nobody,
 * who may own other things on the host, such as this site's database.
 */
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
const STARTERS: Record<EngineName, (wanted: Wanted) => Started> = {
  bubblewrap: (wanted) => {
    const uid = nextUid();
    // As root, bwrap would map the learner to uid 0 outside. And an empty environment, because bwrap's own stays readable in /proc/1.
    const identity = isRoot() ? { uid, gid: uid } : {};
    const link = mountLinks({ ...wanted, uid: isRoot() ? uid : null });
    const child = spawn('/usr/bin/bwrap', bubblewrapArguments(wanted, link.mount), { stdio: 'pipe', env: EMPTY, cwd: '/', ...identity });
    const destroy = () => {
      child.kill('SIGKILL');
      link.remove();
    };
    return { process: child, destroy };
  },
  runc: (wanted) => {
    const uid = nextUid();
    const link = mountLinks({ ...wanted, uid });
    const bundle = writeBundle({ rootfs: requireRootfs(wanted.image), uid, command: command(wanted), mount: link.mount });
    const child = spawn('runc', ['run', '--bundle', bundle.folder, wanted.name], { stdio: 'pipe', cwd: '/' });
    const destroy = () => {
      child.kill('SIGKILL');
      runAndForget('runc', ['delete', '--force', wanted.name]);
      bundle.remove();
      link.remove();
    };
    return { process: child, destroy };
  },
  docker: (wanted) => startWithDaemon('docker', wanted),
  podman: (wanted) => startWithDaemon('podman', wanted),
};

const command = ({ role, name }: Wanted): string[] => [PYTHON, '-I', START, role, name];

/** Starts a container of the image. It ends by itself when its standard input closes, so also when this process dies. */
export function startContainer({ image, role }: { image: SandboxImage; role: Role }): StartedContainer {
  const name = `coursewright-${process.pid}-${randomBytes(6).toString('hex')}`;
  return { name, ...STARTERS[image.engine]({ image, role, name }) };
}

function bubblewrapArguments(wanted: Wanted, { folder, at, writable }: Mount): string[] {
  return [
    ...['--ro-bind', requireRootfs(wanted.image), '/'],
    ...[writable ? '--bind' : '--ro-bind', folder, at],
    ...['--unshare-all', '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...['--die-with-parent', '--new-session', '--hostname', 'sandbox', '--chdir', '/'],
    ...['--uid', INNER_ID, '--gid', INNER_ID, '--cap-drop', 'ALL'],
    ...['--', ...command(wanted)],
  ];
}

/** The flags of `docker run` and `podman run`; scripts/sandbox/choose-runtime.ts tries them with an empty job. */
export function daemonArguments({ image, name, uid, command: words, mount }: { image: SandboxImage; name: string; uid: number; command: string[]; mount: Mount }): string[] {
  const [entrypoint = '', ...rest] = words;
  const shown = ['--volume', `${mount.folder}:${mount.at}:${mount.writable ? 'rw' : 'ro'}`];
  const runtime = image.runtime ? ['--runtime', image.runtime] : [];
  const closed = ['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--user', `${uid}:${uid}`];
  // nproc is named because Podman else asks for more than a host without CAP_SYS_RESOURCE may give
  const limits = ['core=0:0', 'nofile=1024:1024', 'nproc=1024:1024'].flatMap((limit) => ['--ulimit', limit]);
  const size = ['--memory', '768m', '--memory-swap', '768m', '--pids-limit', '64', '--cpus', '1'];
  // Podman knows no nr_inodes; there the memory limit bounds inodes too
  const folder = `/tmp:rw,nosuid,nodev,noexec,size=32m,mode=1777${image.engine === 'docker' ? ',nr_inodes=2k' : ''}`;
  return [
    ...(image.engine === 'podman' ? [...runtime, 'run'] : ['run', ...runtime]),
    ...['--rm', '--interactive', '--pull', 'never', '--name', name, '--hostname', 'sandbox', '--log-driver', 'none', ...closed, ...limits, ...size],
    ...['--tmpfs', folder, ...shown, '--entrypoint', entrypoint, image.reference ?? '', ...rest],
  ];
}

function startWithDaemon(engine: 'docker' | 'podman', wanted: Wanted): Started {
  const uid = nextUid();
  const link = mountLinks({ ...wanted, uid });
  const child = spawn(engine, daemonArguments({ ...wanted, uid, command: command(wanted), mount: link.mount }), { stdio: 'pipe', cwd: '/' });
  const destroy = () => {
    child.kill('SIGKILL');
    runAndForget(engine, ['rm', '--force', wanted.name]);
    link.remove();
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
