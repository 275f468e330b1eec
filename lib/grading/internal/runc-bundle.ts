import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Mount } from './link-folder';

const PREFIX = 'coursewright-bundle-';

/** Bundles of processes that were killed before they could remove them. */
function sweep(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner && !fs.existsSync(`/proc/${owner}`)) fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}

let swept = false;

/** Writes the OCI bundle of one container (runtime-spec 1.0): no network, no capabilities, read-only root. */
export function writeBundle({ rootfs, uid, command, mount }: { rootfs: string; uid: number; command: string[]; mount: Mount }): { folder: string; remove: () => void } {
  if (!swept) sweep();
  swept = true;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  const none: string[] = [];
  const config = {
    ociVersion: '1.0.2',
    hostname: 'sandbox',
    root: { path: rootfs, readonly: true },
    process: {
      terminal: false,
      user: { uid, gid: uid, additionalGids: [] },
      args: command,
      env: ['PATH=/usr/bin', 'LANG=C.UTF-8'],
      cwd: '/',
      noNewPrivileges: true,
      capabilities: { bounding: none, effective: none, permitted: none, inheritable: none, ambient: none },
      rlimits: [{ type: 'RLIMIT_CORE', hard: 0, soft: 0 }, { type: 'RLIMIT_NOFILE', hard: 1024, soft: 1024 }],
    },
    mounts: [
      { destination: '/proc', type: 'proc', source: 'proc', options: ['nosuid', 'noexec', 'nodev'] },
      { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=64k'] },
      { destination: '/tmp', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'nodev', 'noexec', 'mode=1777', 'size=32m', 'nr_inodes=2k'] },
      { destination: mount.at, type: 'bind', source: mount.folder, options: ['bind', mount.writable ? 'rw' : 'ro', 'nosuid', 'nodev', 'noexec'] },
    ],
    linux: {
      namespaces: ['pid', 'network', 'ipc', 'uts', 'mount'].map((type) => ({ type })),
      resources: { memory: { limit: 768 * 1024 * 1024 }, pids: { limit: 64 } },
      readonlyPaths: ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'],
    },
  };
  fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
