import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

export type Found = { id: number; parent: number; name: string; arguments: string[] };

/** The parts of a container, as seen from outside: what its engine started first, its zygote, and the zygote's children. */
export type ContainerParts = { role: string; root: number; zygote: number; children: number[] };

const START = '/opt/coursewright/start.py';

/** All processes that descend from `ancestors`, without them. */
export function descendants(ancestors: number[], everybody = readProcesses()): Found[] {
  const byParent = new Map<number, Found[]>();
  for (const found of everybody) byParent.set(found.parent, [...(byParent.get(found.parent) ?? []), found]);
  const found: Found[] = [];
  for (let row = ancestors; row.length > 0; ) {
    const next = row.flatMap((id) => byParent.get(id) ?? []);
    found.push(...next);
    row = next.map(({ id }) => id);
  }
  return found;
}

/** The warm containers that descend from `ancestors`, on any engine. A container that is just starting or ending is left out. */
export function findContainers(ancestors: number[]): ContainerParts[] {
  const everybody = readProcesses();
  const ours = descendants(ancestors, everybody);
  // Docker's and Podman's containers descend from their own daemons; the client that we started knows the name.
  const roots = ours.map((client) => daemonContainer(client)).filter((id) => id !== null);
  return [...partsIn(ours), ...roots.flatMap((root) => partsIn([...everybody.filter(({ id }) => id === root), ...descendants([root], everybody)]))];
}

function partsIn(processes: Found[]): ContainerParts[] {
  const byId = new Map(processes.map((found) => [found.id, found]));
  const isPython = (found: Found | undefined) => found !== undefined && found.name.startsWith('python3') && found.arguments.includes(START);
  const zygotes = processes.filter((found) => isPython(found) && !isPython(byId.get(found.parent)));
  return zygotes.map(({ id, parent, arguments: words }) => {
    const root = byId.has(parent) ? parent : id;
    return { role: words[words.indexOf(START) + 1] ?? '', root, zygote: id, children: processes.filter((found) => found.parent === id).map((child) => child.id) };
  });
}

function daemonContainer({ name, arguments: words }: Found): number | null {
  if (!['docker', 'podman'].includes(name) || !words.includes('run')) return null;
  const container = words[words.indexOf('--name') + 1] ?? '';
  try {
    const id = Number(execFileSync(name, ['inspect', '--format', '{{.State.Pid}}', container], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return id > 0 ? id : null;
  } catch {
    return null; // not started yet, or gone
  }
}

function readProcesses(): Found[] {
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(readProcess).filter((found) => found !== null);
}

/** @see proc(5): the name stands in brackets and may hold anything; the parent is the second word after it */
function readProcess(id: string): Found | null {
  try {
    const stat = fs.readFileSync(`/proc/${id}/stat`, 'utf8');
    const [before = '', after = ''] = [stat.slice(0, stat.lastIndexOf(')')), stat.slice(stat.lastIndexOf(')') + 2)];
    if (after.startsWith('Z')) return null;
    const words = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0').filter(Boolean);
    return { id: Number(id), parent: Number(after.split(' ')[1]), name: before.slice(before.indexOf('(') + 1), arguments: words };
  } catch {
    return null; // it ended while we looked
  }
}

/** Kills with -9. @returns whether there was such a process */
export function killNow(id: number): boolean {
  try {
    return process.kill(id, 'SIGKILL');
  } catch {
    return false;
  }
}
