import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseFolder, imagesFolder, makeWhole, recipeFolder, removeOldImages } from './image-folders';

const [CURRENT, OLD, USED] = ['a'.repeat(16), 'b'.repeat(16), 'c'.repeat(16)] as const;
let dataDir = '';

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'coursewright-images-'));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }));

const image = (name: string) => fs.mkdirSync(path.join(imagesFolder(dataDir), name, 'rootfs'), { recursive: true });
const base = (name: string) => ['usr', 'opt', 'etc'].forEach((part) => fs.mkdirSync(path.join(imagesFolder(dataDir), name, part), { recursive: true }));
const remaining = () => fs.readdirSync(imagesFolder(dataDir)).sort();
const clean = () => removeOldImages({ dataDir, keep: [baseFolder(dataDir, CURRENT), recipeFolder(dataDir, CURRENT)] });

describe('makeWhole', () => {
  it('gives a folder its name only when it is whole', async () => {
    const folder = recipeFolder(dataDir, CURRENT);
    await expect(makeWhole(folder, async (unfinished) => {
      fs.mkdirSync(unfinished);
      throw new Error('half way');
    })).rejects.toThrow('half way');
    expect(remaining()).toEqual([]);
    await makeWhole(folder, async (unfinished) => void fs.mkdirSync(unfinished));
    expect(remaining()).toEqual([CURRENT]);
  });

  it('keeps what is there', async () => {
    image(CURRENT);
    await makeWhole(recipeFolder(dataDir, CURRENT), () => Promise.reject(new Error('must not be called')));
    expect(remaining()).toEqual([CURRENT]);
  });
});

describe('removeOldImages', () => {
  it('removes other recipes, other bases and what killed builds left', () => {
    [CURRENT, OLD, `${OLD}.new-999999999`].forEach(image);
    [`base-${CURRENT}`, `base-${OLD}`].forEach(base);
    expect(clean().sort()).toEqual([OLD, `${OLD}.new-999999999`, `base-${OLD}`].sort());
    expect(remaining()).toEqual([CURRENT, `base-${CURRENT}`].sort());
  });

  it('leaves what is not an image of ours, and builds that are under way', () => {
    fs.mkdirSync(path.join(imagesFolder(dataDir), OLD, 'notes'), { recursive: true });
    ['somebody-elses', `${OLD}.new-${process.pid}`].forEach(image);
    const elsewhere = path.join(dataDir, 'elsewhere');
    fs.mkdirSync(path.join(elsewhere, 'rootfs'), { recursive: true });
    fs.symlinkSync(elsewhere, recipeFolder(dataDir, USED));
    expect(clean()).toEqual([]);
    expect(remaining()).toHaveLength(4);
  });

  it('leaves what a process uses', async () => {
    [OLD, USED].forEach(image);
    const user = spawn('sleep', ['30'], { argv0: `bwrap --ro-bind ${recipeFolder(dataDir, USED)}/rootfs /`, stdio: 'ignore' });
    await new Promise((resolve) => user.once('spawn', resolve));
    expect(clean()).toEqual([OLD]);
    user.kill('SIGKILL');
    await new Promise((resolve) => user.once('exit', resolve));
    expect(clean()).toEqual([USED]);
  });
});
