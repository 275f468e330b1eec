// The folders below DATA_DIR/sandbox: base-<hash> (Debian's part, unpacked) and <hash>/rootfs (the same with the runner).
import fs from 'node:fs';
import path from 'node:path';

const UNFINISHED = /\.new-(\d+)$/;
const OURS = /^(base-)?[0-9a-f]{16}(\.new-\d+)?$/;

export const imagesFolder = (dataDir: string): string => path.join(dataDir, 'sandbox');
export const baseFolder = (dataDir: string, hash: string): string => path.join(imagesFolder(dataDir), `base-${hash}`);
export const recipeFolder = (dataDir: string, hash: string): string => path.join(imagesFolder(dataDir), hash);

/** Makes a folder under another name and gives it its own only when it is whole; keeps one that is there already. */
export async function makeWhole(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  if (fs.existsSync(folder)) return;
  const unfinished = `${folder}.new-${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
  try {
    await fill(unfinished);
    if (!fs.existsSync(folder)) fs.renameSync(unfinished, folder); // another process may have been faster
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Deletes the folders of other recipes that no container uses; gives their names. Only folders whose name and content
 * are ours, never through a link, and none at all while it cannot be told what is in use.
 */
export function removeOldImages({ dataDir, keep }: { dataDir: string; keep: string[] }): string[] {
  const folder = imagesFolder(dataDir);
  const old = fs.readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && OURS.test(entry.name) && !keep.includes(path.join(folder, entry.name)))
    .map(({ name }) => name)
    .filter((name) => !belongsToLivingProcess(name) && looksLikeAnImage(path.join(folder, name)));
  if (old.length === 0) return [];
  const mounted = mountedByContainers();
  if (mounted === null) return [];
  const unused = old.filter((name) => !mounted.includes(`/${name}/`));
  for (const name of unused) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  return unused;
}

function belongsToLivingProcess(name: string): boolean {
  const owner = UNFINISHED.exec(name)?.[1];
  return owner !== undefined && fs.existsSync(`/proc/${owner}`);
}

/** A base is a root file system, an image has one and nothing else. */
function looksLikeAnImage(folder: string): boolean {
  const names = fs.readdirSync(folder);
  return (names.length === 1 && names[0] === 'rootfs') || ['usr', 'opt', 'etc'].every((name) => names.includes(name));
}

/** What the containers of this machine have mounted, ours and others'; null when one of them cannot be looked into. */
function mountedByContainers(): string | null {
  if (!fs.existsSync('/proc/self/mountinfo')) return null;
  const mounts = new Set<string>();
  for (const id of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = readProcess(id, 'cmdline');
    if (command === null) continue; // it has ended
    mounts.add(command); // bubblewrap's names the folder; a container that is just starting has nothing else yet
    mounts.add(`${rootOf(id)} `);
    const table = readProcess(id, 'mountinfo');
    if (table === null && command.includes('/opt/coursewright/start.py')) return null;
    mounts.add(table ?? '');
  }
  return [...mounts].join('\n').replaceAll(/[ \0]/g, '/');
}

/** Where a process was put by chroot; nothing for processes of others. */
function rootOf(id: string): string {
  try {
    return fs.readlinkSync(`/proc/${id}/root`);
  } catch {
    return '';
  }
}

function readProcess(id: string, file: string): string | null {
  try {
    return fs.readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
