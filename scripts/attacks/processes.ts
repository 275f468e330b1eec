// What runs on this machine, as /proc tells it: a sandbox's own processes, and those that should not be there.
import fs from 'node:fs';

export type Process = { pid: number; parent: number; uid: number; threads: number; command: string; startedAt: string };

/** A container seen from the host. */
export type Family = { zygote: number; members: Process[]; threads: number };

export function allProcesses(): Map<number, Process> {
  const ids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return new Map(ids.flatMap((pid) => {
    const found = readProcess(pid);
    return found ? [[pid, found] as const] : [];
  }));
}

function readProcess(pid: number): Process | null {
  const status = readOf(pid, 'status');
  const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);
  const startedAt = readOf(pid, 'stat').split(') ')[1]?.split(' ')[19];
  if (!startedAt || /^State:\s+[ZX]/m.test(status)) return null;
  return { pid, parent: number('PPid'), uid: number('Uid'), threads: number('Threads'), command: readOf(pid, 'cmdline').replaceAll('\0', ' '), startedAt };
}

/** A file of a process; empty when the process is gone or not ours to read. */
export function readOf(pid: number, file: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(pid: number, file: string): string | null {
  try {
    return fs.readlinkSync(`/proc/${pid}/${file}`);
  } catch {
    return null;
  }
}

const isSandbox = ({ command }: Process): boolean => command.includes('/opt/coursewright/start.py');

/** The zygote of the container of that name: the first of its Pythons. Null when it is not there (yet, or any more). */
export function findZygote(name: string, processes = allProcesses()): number | null {
  const pythons = [...processes.values()].filter(({ command }) => command.startsWith('/usr/bin/python3 ') && command.includes(` ${name} `));
  return pythons.find(({ parent }) => !pythons.some(({ pid }) => pid === parent))?.pid ?? null;
}

/** Everything that runs in the container of a zygote, the container's first process included. */
export function familyOf(zygote: number, processes = allProcesses()): Family {
  const space = linkOf(zygote, 'ns/pid');
  const inside = (pid: number): boolean => pid === zygote || (space !== null && linkOf(pid, 'ns/pid') === space);
  const descends = ({ pid, parent }: Process): boolean => {
    if (inside(pid)) return true;
    const above = processes.get(parent);
    return above !== undefined && descends(above);
  };
  const members = [...processes.values()].filter(descends);
  return { zygote, members, threads: members.reduce((sum, { threads }) => sum + threads, 0) };
}

/** Processes of a sandbox's user that were not there before and belong to no container: something escaped. */
export function strangers({ uid, before, processes = allProcesses() }: { uid: number; before: Map<number, Process>; processes?: Map<number, Process> }): string[] {
  const ofSandbox = (one: Process): boolean => isSandbox(one) || (processes.has(one.parent) && ofSandbox(processes.get(one.parent) as Process));
  return [...processes.values()]
    .filter((one) => one.uid === uid && before.get(one.pid)?.startedAt !== one.startedAt && !ofSandbox(one))
    .map(({ pid, command }) => `process ${pid} (${command.trim() || 'no command line'})`);
}
