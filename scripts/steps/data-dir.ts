import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const EVERYONE_MAY_ENTER = 0o001;

/** An unprivileged user of this machine, for the parts that must not run as root. */
export type Unprivileged = { uid: number; gid: number };

export const isRoot = process.getuid?.() === 0;

/** Whom to become when started as root; undefined when there is nothing to give up. */
export function unprivilegedUser(): Unprivileged | undefined {
  if (!isRoot) return undefined;
  const passwd = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const entry = passwd.find(([name]) => name === 'nobody');
  if (!entry) throw new Error('There is no user "nobody" in /etc/passwd. Start as an ordinary user, or set DATABASE_URL and use Docker or Podman.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Whether an unprivileged user can walk down to `folder`. */
export function everyoneCanReach(folder: string): boolean {
  const parent = path.dirname(folder);
  const open = !fs.existsSync(folder) || (fs.statSync(folder).mode & EVERYONE_MAY_ENTER) !== 0;
  return open && (parent === folder || everyoneCanReach(parent));
}

/**
 * Where this checkout keeps its database, sandbox image and secrets: DATA_DIR, or `.data` here. Started as root in a
 * folder that only root may enter (a private home, a temporary folder), the unprivileged database and sandbox could
 * not reach that, so a folder of its own under /var/lib serves instead.
 */
export function resolveDataDir(given: string | undefined): string {
  const wanted = path.resolve(given || '.data');
  const reachable = !isRoot || everyoneCanReach(wanted);
  const folder = reachable ? wanted : path.join('/var/lib/coursewright', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  fs.mkdirSync(folder, { recursive: true });
  if (isRoot) fs.chmodSync(folder, 0o755);
  return folder;
}
