import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sandboxImage } from '../../../lib/grading/internal/sandbox-image';
import { findBubblewrapRival, findContainerRival } from './cold';

const image = sandboxImage.parse({ engine: 'runc', rootfs: '/nowhere', reference: null, imageHash: '', recipeHash: '', versions: {}, builtAt: new Date().toISOString() });
let bin = '';
const install = (name: string, script: string) => fs.writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const said = vi.spyOn(console, 'error');

/** A machine on which nothing is installed but a shell. */
beforeEach(() => {
  bin = fs.mkdtempSync(path.join(os.tmpdir(), 'coursewright-bin-'));
  fs.symlinkSync('/bin/sh', path.join(bin, 'sh'));
  vi.stubEnv('PATH', bin);
  said.mockReset().mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(bin, { recursive: true, force: true });
});

it('without Docker and Podman it says what to install, and there is nothing to measure', async () => {
  expect(await findContainerRival({ image, rootfs: '/nowhere' })).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining('apt-get install -y podman'));
});

it('a client of Docker without a daemon is none', async () => {
  install('docker', 'exit 1');
  expect(await findContainerRival({ image, rootfs: '/nowhere' })).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining('cold_ms is null'));
});

it('an engine that starts no container is told with what it says', async () => {
  install('tar', 'exit 0');
  install('podman', 'case "$1" in run) echo "no cgroups here"; exit 1;; esac');
  expect(await findContainerRival({ image, rootfs: '/nowhere' })).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining('podman answers and starts no container: no cgroups here'));
});

it('without bubblewrap it says what to install', async () => {
  expect(await findBubblewrapRival({ rootfs: '/nowhere' })).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining('apt-get install -y bubblewrap'));
});
