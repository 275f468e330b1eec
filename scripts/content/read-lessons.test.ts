import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LessonJob } from '../../lib/content/answer-key';
import { checkContent } from '../../lib/content/data';
import { generateCourse } from '../bench/content/generate-course';
import { readChangedLessons } from './kept-reports';
import { readLessons } from './read-lessons';

/** enough for a second thread */
const LESSONS = 42;

let folder: string;
let content: string;
let file: string;
const lesson = (number: number, name: string) => path.join(content, `courses/big/lessons/lesson-${number}`, name);

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'read-lessons-'));
  content = path.join(folder, 'content');
  file = path.join(folder, 'kept.json');
  await generateCourse({ content, lessons: LESSONS });
  fs.appendFileSync(lesson(7, 'lesson.mdx'), '\n![](https://example.org/tea.png)\n');
  fs.appendFileSync(lesson(40, 'quiz.yaml'), '\nmore: 1\n');
  fs.writeFileSync(lesson(3, 'exercises/greet-by-name/prompt.mdx'), 'See [it](#nowhere).\n');
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

test('lessons read in threads are told as those read one after another', { timeout: 120_000 }, async () => {
  const plain = await checkContent({ root: content });
  expect(plain.diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('has no "#nowhere"'), 'unknown key "more"', expect.stringContaining('no text alternative')]);
  expect(plain.counts).toMatchObject({ lessons: LESSONS, exercises: 2 * LESSONS, questions: 10 * LESSONS });
  expect(await checkContent({ root: content, readAll: readLessons })).toEqual(plain);
});

test('only what changed is read again, and what was found before is told again', { timeout: 120_000 }, async () => {
  const read: string[] = [];
  const check = () => checkContent({ root: content, readAll: (jobs) => readChangedLessons({ jobs, file, read: (some: LessonJob[]) => (read.push(...some.map(({ slug }) => slug)), readLessons(some)) }) });
  const first = await check();
  expect(read).toHaveLength(LESSONS);
  expect(await check()).toEqual(first);
  expect(read).toHaveLength(LESSONS);

  fs.appendFileSync(lesson(9, 'lesson.mdx'), '\n![](https://example.org/cup.png)\n');
  const after = await check();
  expect(read.slice(LESSONS)).toEqual(['lesson-9']);
  expect(after.counts.errors).toBe(first.counts.errors + 1);
  expect(after).toEqual(await checkContent({ root: content }));
});

test('a renamed word of the course makes every lesson new', { timeout: 120_000 }, async () => {
  const read: string[] = [];
  fs.writeFileSync(path.join(content, 'courses/big/glossary.yaml'), 'terms:\n  - term: view\n    means: A function that answers.\n    not: [endpoint]\n');
  await checkContent({ root: content, readAll: (jobs) => readChangedLessons({ jobs, file, read: (some) => (read.push(...some.map(({ slug }) => slug)), readLessons(some)) }) });
  expect(read).toHaveLength(LESSONS);
});
