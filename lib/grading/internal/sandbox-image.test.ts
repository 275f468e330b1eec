import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldersOf, isWhole, sandboxImage } from './sandbox-image';

let rootfs = '';
beforeEach(() => {
  rootfs = fs.mkdtempSync(path.join(os.tmpdir(), 'coursewright-rootfs-'));
  fs.mkdirSync(path.join(rootfs, 'usr/lib'), { recursive: true });
});
afterEach(() => fs.rmSync(rootfs, { recursive: true, force: true }));

const prepared = async () =>
  sandboxImage.parse({ engine: 'bubblewrap', rootfs, reference: null, folders: await foldersOf(rootfs), imageHash: '', recipeHash: '', versions: {}, builtAt: new Date().toISOString() });
const late = () => path.join(rootfs, 'usr/lib/module.py');
/** so that what follows happens within one second, unless it waits for the next */
const beginOfSecond = () => setTimeout(1000 - (Date.now() % 1000) + 20);

it('an image that nobody touched is whole', async () => {
  fs.writeFileSync(late(), '');
  expect(isWhole(await prepared())).toBe(true);
});

it('a file that goes right after the image was prepared is missed', async () => {
  await beginOfSecond();
  fs.writeFileSync(late(), '');
  const image = await prepared();
  fs.rmSync(late());
  expect(isWhole(image)).toBe(false);
});

it('a file that comes right after the image was prepared is seen', async () => {
  await beginOfSecond();
  fs.mkdirSync(path.join(rootfs, 'usr/share'));
  const image = await prepared();
  fs.writeFileSync(late(), '');
  expect(isWhole(image)).toBe(false);
});

it('a folder of another day is not waited for', async () => {
  const yesterday = Date.now() / 1000 - 86_400;
  for (const folder of ['usr/lib', 'usr', '.']) fs.utimesSync(path.join(rootfs, folder), yesterday, yesterday);
  const began = performance.now();
  expect(isWhole(await prepared())).toBe(true);
  expect(performance.now() - began).toBeLessThan(500);
});
