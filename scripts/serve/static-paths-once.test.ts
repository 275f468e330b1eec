import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { findStaticPathsOnce, NextDevServer } from './static-paths-once';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  fs.mkdirSync(path.join(root, 'courses/tea/lessons/green'), { recursive: true });
  fs.writeFileSync(path.join(root, 'courses/tea/course.yaml'), 'lessons: [green]');
  onTestFinished(() => fs.rmSync(root, { recursive: true }));
});

function serverThat(find: (asked: { pathname: string }) => Promise<string>) {
  const server = { prototype: { getStaticPaths: vi.fn(find) } };
  const asked = server.prototype.getStaticPaths;
  findStaticPathsOnce({ server, root });
  return { asked, ask: (pathname = '/courses/[course]') => server.prototype.getStaticPaths({ pathname }) };
}

test('Next asks for the pages by the name that is replaced', () => {
  expect(NextDevServer.prototype).toHaveProperty('getStaticPaths', expect.any(Function));
});

test('the pages of an address are found once, and again when a lesson comes or its course is written otherwise', async () => {
  const { asked, ask } = serverThat(() => Promise.resolve('pages'));
  expect([await ask(), await ask(), await ask('/cards/[card]'), await ask()]).toEqual(['pages', 'pages', 'pages', 'pages']);
  expect(asked).toHaveBeenCalledTimes(2);
  fs.mkdirSync(path.join(root, 'courses/tea/lessons/black'));
  await ask();
  expect(asked).toHaveBeenCalledTimes(3);
  fs.writeFileSync(path.join(root, 'courses/tea/course.yaml'), 'lessons: [green, black]');
  await ask();
  expect(asked).toHaveBeenCalledTimes(4);
});

test('they are found again when the frontmatter of a lesson is another, not when its text is', async () => {
  const { asked, ask } = serverThat(() => Promise.resolve('pages'));
  const write = async (text: string) => {
    fs.writeFileSync(path.join(root, 'courses/tea/lessons/green/lesson.mdx'), text);
    await ask();
    return asked.mock.calls.length;
  };
  expect(await write('---\nid: green\n---\nPour.')).toBe(1);
  expect(await write('---\nid: green\n---\nPour it.')).toBe(1);
  expect(await write('---\nidd: green\n---\nPour it.')).toBe(2);
});

test('a fault is not kept', async () => {
  const find = vi.fn().mockRejectedValueOnce(new Error('the tag is open')).mockResolvedValue('pages');
  const { ask } = serverThat(find);
  await expect(ask()).rejects.toThrow('the tag is open');
  await expect(ask()).resolves.toBe('pages');
});
