// The image's files go away under a running sandbox (a clean-up, a full disk): no learner may be blamed for it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../lib/grading/internal/sandbox';
import { findImage, foldersOf, manifestPath } from '../../lib/grading/internal/sandbox-image';
import { prepareSandbox } from '../../scripts/prepare-sandbox';
import { resolveDataDir } from '../../scripts/steps/data-dir';
import { HONEST, inWords } from '../../scripts/attacks/cases';
import { gradeHonest, read } from './opened';

const USES_A_MODULE = `import this_is_needed_late\n${HONEST}`;
const MODULE = 'usr/lib/python3.13/this_is_needed_late.py';
const dataDir = path.join(resolveDataDir(process.env.DATA_DIR), `image-changes-${process.pid}`);
const rootfs = path.join(dataDir, 'rootfs');

let sandbox: Sandbox;
beforeAll(async () => {
  const { image, reason } = await prepareSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!image?.rootfs) throw new Error(reason ?? 'this test needs the image as files');
  fs.mkdirSync(path.dirname(manifestPath(dataDir)), { recursive: true });
  execFileSync('cp', ['-a', image.rootfs, rootfs]);
  fs.writeFileSync(path.join(rootfs, MODULE), '');
  // Docker and Podman keep a copy of their own
  fs.writeFileSync(manifestPath(dataDir), JSON.stringify({ ...image, engine: 'bubblewrap', runtime: null, rootfs, folders: await foldersOf(rootfs) }));
  sandbox = createSandbox({ dataDir, slots: 1 });
  await sandbox.start();
});
afterAll(async () => {
  await sandbox.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

it('closes grading instead of failing the program, and opens it again only for a whole image', async () => {
  const job = { code: USES_A_MODULE, checks: read('attacks', 'checks.py'), seed: 1 };
  expect(inWords(await sandbox.grade(job))).toBe('passed');
  fs.rmSync(path.join(rootfs, MODULE));
  await expect(sandbox.grade(job)).rejects.toMatchObject({ status: 503 });
  expect(sandbox.status()).toMatchObject({ open: false, reason: expect.stringContaining('npm run prepare:sandbox') as string });
  expect(findImage(dataDir)).toBeNull();
  await expect(gradeHonest(sandbox)).rejects.toMatchObject({ status: 503 });
});
