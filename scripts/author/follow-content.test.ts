import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { ContentEvent, ContentState } from '../../lib/authoring/schema';
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
  const saved: string[] = [];
  content.listen((event) => ('saved' in event ? saved.push(...event.saved) : told.push(event.state)));
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

  expect([...new Set(saved)]).toEqual([QUIZ]);

  expect((await next(place(`${QUIZ}.txt`), 'x'))?.problems.map(({ message }) => message)).toEqual(['this has no meaning in a lesson folder']);
});

test('that something was saved is told before it is known what is wrong with it, and by name', async () => {
  const content = followContent({ root });
  onTestFinished(content.stop);
  await content.current();
  const told: ContentEvent[] = [];
  content.listen((event) => told.push(event));
  fs.appendFileSync(place(QUIZ), '\n# tea\n');
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(told[0]).toEqual({ saved: [QUIZ] });
  expect(told[1]).toEqual({ state: { version: 2, problems: [] } });
});

test('what an editor writes beside a file is no save', async () => {
  const content = followContent({ root });
  onTestFinished(content.stop);
  await content.current();
  const told: ContentEvent[] = [];
  content.listen((event) => told.push(event));
  for (const beside of ['.quiz.yaml.swp', 'quiz.yaml~', '4913~']) fs.writeFileSync(path.join(path.dirname(place(QUIZ)), beside), 'x');
  for (const beside of ['quiz.yaml~', '4913~']) fs.rmSync(path.join(path.dirname(place(QUIZ)), beside));
  fs.appendFileSync(place(QUIZ), '\n# tea\n');
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(told).toEqual([{ saved: [QUIZ] }, { state: { version: 2, problems: [] } }]);
});
