// What an attack must leave as it was: the container's processes, threads, descriptors and memory, and the host's files.
import fs from 'node:fs';
import path from 'node:path';
import type { SandboxImage } from '../../lib/grading/internal/sandbox-image';
import { allProcesses, familyOf, type Process, readOf, strangers } from './processes';

/** how much a container may hold more than after its first honest job: Python keeps pages it once used */
export const MEMORY_BOUNDS_KB = { zygote: 4 * 1024, container: 24 * 1024 };

/** what the attacks call their files, links and folders */
const NAMES_OF_ATTACKS = /^(attack|fill|file|left-behind|shadowed)/;
/** in the container: where files could outlive a job, and what must not change */
const WATCHED = ['tmp', 'dev', 'dev/shm', 'run', 'var', 'var/tmp', 'etc', 'opt', 'opt/coursewright'];
const HOST_FOLDERS = ['/tmp', '/var/tmp', '/dev/shm', '/run'];

export type HostState = {
  zygote: number;
  uid: number;
  processes: Map<number, Process>;
  family: { count: number; threads: number; descriptors: number };
  memoryKb: { zygote: number; container: number };
  /** by name: listings and fingerprints that must stay equal */
  files: Record<string, string>;
};

/** Takes stock; `zygote` is the learner's, as the host numbers it. */
export function takeStock({ zygote, image, dataDir }: { zygote: number; image: SandboxImage; dataDir: string }): HostState {
  const processes = allProcesses();
  const { members, threads } = familyOf(zygote, processes);
  const uid = processes.get(zygote)?.uid ?? -1;
  return {
    zygote,
    uid,
    processes,
    family: { count: members.length, threads, descriptors: names(`/proc/${zygote}/fd`).length },
    memoryKb: { zygote: memoryOf(zygote), container: containerMemory(zygote) ?? members.reduce((sum, { pid }) => sum + memoryOf(pid), 0) },
    files: {
      ...Object.fromEntries(WATCHED.map((folder) => [`/${folder} in the container`, inContainer(`/proc/${zygote}/root/${folder}`)])),
      'the image': image.rootfs ? fingerprint(image.rootfs) : '',
      'the data folder': [dataDir, path.join(dataDir, 'sandbox')].map((folder) => names(folder).filter((name) => NAMES_OF_ATTACKS.test(name)).join(' ')).join('\n'),
      ...Object.fromEntries(HOST_FOLDERS.map((folder) => [`${folder} on the host`, suspicious(folder, uid).join(' ')])),
      'System V IPC of the host': ['shm', 'msg', 'sem'].map((kind) => linesOf(`/proc/sysvipc/${kind}`, uid).replaceAll(/^\s*(\S+\s+\d+) .*$/gm, '$1')).join('\n'),
      'keys in the kernel': linesOf('/proc/key-users', uid).replace(/^\s*\d+:\s+(\d+) \S+ /gm, '$1 '),
    },
  };
}

/** In words, what differs; nothing when all is as it was. */
export function differences(before: HostState, after: HostState, baseline: HostState['memoryKb']): string[] {
  // as an ordinary user, bubblewrap's processes have that user's uid, like everything else of theirs
  const found = before.uid === process.getuid?.() ? [] : strangers({ uid: before.uid, before: before.processes, processes: after.processes });
  for (const kind of ['count', 'threads', 'descriptors'] as const) {
    if (before.family[kind] !== after.family[kind]) found.push(`${kind === 'count' ? 'processes' : kind} in the container: ${before.family[kind]} before, ${after.family[kind]} after`);
  }
  for (const kind of ['zygote', 'container'] as const) {
    const more = after.memoryKb[kind] - baseline[kind];
    if (more > MEMORY_BOUNDS_KB[kind]) found.push(`memory of the ${kind}: ${more} KB more than after its first job`);
  }
  for (const [what, listing] of Object.entries(before.files)) {
    if (after.files[what] !== listing) found.push(`${what}: ${listing.slice(0, 200)} before, ${after.files[what]?.slice(0, 200)} after`);
  }
  return found;
}

function names(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * Where there are no namespaces, the next job's folder waits in /tmp under a new number, and must be empty. /run shows the
 * doors of all checkers of this process (lib/grading/internal/link-folder.ts), which come and go with their containers.
 */
function inContainer(folder: string): string {
  return names(folder).filter((name) => !/^coursewright-\d+-[0-9a-f]{12}$/.test(name)).map((name) => (/^job-\d+$/.test(name) ? `job-N(${names(path.join(folder, name)).join(' ')})` : name)).join(' ');
}

/** Entries with a name that attacks use, or of a user that only a sandbox has. */
function suspicious(folder: string, uid: number): string[] {
  return names(folder).filter((name) => NAMES_OF_ATTACKS.test(name) || (uid !== process.getuid?.() && fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false })?.uid === uid));
}

/** Names, kinds, sizes and times of everything below a folder; a time also changes with permissions, owner and links. */
function fingerprint(folder: string): string {
  let count = 0;
  let latest = 0;
  let bytes = 0;
  const walk = (where: string) => {
    for (const entry of fs.readdirSync(where, { withFileTypes: true })) {
      const { size, ctimeMs } = fs.lstatSync(path.join(where, entry.name));
      count += 1;
      latest = Math.max(latest, ctimeMs);
      if (entry.isDirectory()) walk(path.join(where, entry.name));
      else bytes += size;
    }
  };
  walk(folder);
  return `${count} entries, ${bytes} bytes, last changed at ${latest}`;
}

function linesOf(file: string, uid: number): string {
  if (uid === process.getuid?.()) return ''; // an ordinary user's, who has other things there
  try {
    return fs.readFileSync(file, 'utf8').split('\n').filter((line) => new RegExp(`\\b${uid}\\b`).test(line)).join('\n');
  } catch {
    return '';
  }
}

const memoryOf = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readOf(pid, 'status'))?.[1] ?? 0);

/** What the container's own control group holds in memory of its own (pages of processes and of /tmp); null where it has none. */
function containerMemory(zygote: number): number | null {
  const groups = (pid: number | 'self') => (pid === 'self' ? fs.readFileSync('/proc/self/cgroup', 'utf8') : readOf(pid, 'cgroup'));
  const pathIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[1];
  for (const [pattern, root] of [[/^\d+:memory:(.+)$/m, '/sys/fs/cgroup/memory'], [/^0::(.+)$/m, '/sys/fs/cgroup']] as const) {
    const own = pathIn(groups(zygote), pattern);
    if (!own || own === pathIn(groups('self'), pattern)) continue;
    const file = path.join(root, own, 'memory.stat');
    if (!fs.existsSync(file)) continue;
    const stat = fs.readFileSync(file, 'utf8');
    const bytes = (field: string) => Number(new RegExp(`^${field} (\\d+)`, 'm').exec(stat)?.[1] ?? 0);
    return Math.round((bytes('rss') + bytes('anon') + bytes('shmem')) / 1024);
  }
  return null;
}
