import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOfFiles, KeptResults } from './kept-results';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const ask = (kept: KeptResults, parts: unknown[], value = 'made', worth = true) => kept.get({ parts, make: async () => value, worth: () => worth });

test('what was made once is not made again, also by the next run', async () => {
  const file = path.join(folder, 'deep/kept.json');
  const first = new KeptResults(file);
  expect(await ask(first, ['a', 1])).toBe('made');
  expect(await ask(first, ['a', 1], 'another')).toBe('made');
  expect(await ask(first, ['a', 2], 'another')).toBe('another');
  first.save();
  const second = new KeptResults(file);
  expect(await ask(second, ['a', 1], 'a third')).toBe('made');
  expect(second.hits).toBe(1);
});

test('what is not worth keeping is made each time', async () => {
  const kept = new KeptResults(null);
  await ask(kept, ['a'], 'one', false);
  expect(await ask(kept, ['a'], 'two')).toBe('two');
});

test('a file that cannot be read is begun anew', async () => {
  const file = path.join(folder, 'kept.json');
  fs.writeFileSync(file, '{"half');
  const kept = new KeptResults(file);
  expect(await ask(kept, ['a'])).toBe('made');
  kept.save();
  expect(await ask(new KeptResults(file), ['a'], 'another')).toBe('made');
});

test('the hash of files changes with each of them', () => {
  const [one, two] = ['one', 'two'].map((name) => path.join(folder, name)) as [string, string];
  fs.writeFileSync(one, '1');
  fs.writeFileSync(two, '2');
  const before = hashOfFiles([one, two]);
  fs.writeFileSync(two, '3');
  expect(hashOfFiles([one, two])).not.toBe(before);
});
