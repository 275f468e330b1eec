import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { ContentState } from '../../lib/authoring/schema';
import { followContent, placeOf } from './follow-content';

vi.setConfig({ testTimeout: 30_000 });

const FIXTURES = 'lib/content/internal/fixtures/content';
const QUIZ = 'content/courses/tiny/lessons/greetings/quiz.yaml';
let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'followed-'));
  fs.cpSync(FIXTURES, root, { recursive: true });
  onTestFinished(() => fs.rmSync(root, { recursive: true }));
});

const place = (file: string) => placeOf({ root, file }).path;

test('each save is followed by what is wrong now, with the file on this machine, and by nothing once it is mended', async () => {
  const content = followContent({ root });
  onTestFinished(content.stop);
  expect(await content.current()).toEqual({ version: 1, problems: [] });
  const told: ContentState[] = [];
  content.listen((state) => told.push(state));
  const next = async (file: string, text: string) => {
    const before = told.length;
    fs.writeFileSync(file, text);
    await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(before);
    return told.at(-1);
  };

  const [file, good] = [place(QUIZ), fs.readFileSync(place(QUIZ), 'utf8')];
  const broken = await next(file, good.replace('answer:', 'answr:'));
  const line = good.split('\n').findIndex((one) => one.includes('answer:')) + 1;
  expect(broken?.problems).toContainEqual(expect.objectContaining({ severity: 'error', file: QUIZ, line, fix: 'did you mean "answer"?', path: file, link: expect.stringMatching(new RegExp(`^vscode://file/.*/quiz.yaml:${line}:\\d+$`)) }));
  expect((await next(file, good))?.problems).toEqual([]);

  const saved = told.length;
  fs.writeFileSync(place(`${QUIZ}.swp`), 'x');
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(saved);
  expect(told.at(-1)?.problems.map(({ message }) => message)).toEqual(['this has no meaning in a lesson folder']);
});
