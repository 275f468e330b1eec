import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'coursewright-links-';

let above: string | null = null;

// `turbopackIgnore`: the bundler would take what is found at run time for files of the repository, and trace all of it.

/** The folder above all of this process's; those of processes that were killed go. */
function folderAbove(): string {
  if (above && fs.existsSync(/* turbopackIgnore: true */ above)) return above;
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner && !fs.existsSync(`/proc/${owner}`)) fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
  const made = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(made, 0o711);
  process.once('exit', () => fs.rmSync(made, { recursive: true, force: true }));
  return (above = made);
}

/** A folder of the host that a container sees. */
export type Mount = { folder: string; at: string; writable: boolean };

/**
 * What a container sees at /run, so that a learner's can hand the line to its program to a checker's (sandbox/runner/link.py):
 * a checker's a folder of its own, in which it makes a socket; a learner's the one above them all, which it cannot write.
 * @param uid the container's, outside; null when it is this process's
 */
export function mountLinks({ name, role, uid }: { name: string; role: 'learner' | 'checker'; uid: number | null }): { mount: Mount; remove: () => void } {
  const at = '/run';
  if (role === 'learner') return { mount: { folder: folderAbove(), at, writable: false }, remove: () => {} };
  const folder = path.join(/* turbopackIgnore: true */ folderAbove(), name);
  fs.mkdirSync(folder);
  const ours = uid === null || process.getuid?.() === 0;
  if (uid !== null && ours) fs.chownSync(folder, uid, uid);
  fs.chmodSync(folder, ours ? 0o711 : 0o777);
  return { mount: { folder, at, writable: true }, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
