import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../../lib/content/data';
import { makeContent } from './new-content';
import { asYaml } from './template';

let content: string;
beforeEach(async () => {
  content = fs.mkdtempSync(path.join(os.tmpdir(), 'new-content-'));
  await makeContent({ what: 'course', course: 'tea', lesson: 'first-lesson', content });
});
afterEach(() => fs.rmSync(content, { recursive: true }));

const errors = async () => (await checkContent({ root: content })).diagnostics.filter(({ severity }) => severity === 'error').map(({ text }) => text);
const read = (file: string) => fs.readFileSync(path.join(content, 'courses/tea', file), 'utf8');

test('a new course has nothing to mend, and says where to write', async () => {
  const { diagnostics, counts } = await checkContent({ root: content });
  expect(counts).toMatchObject({ courses: 1, lessons: 1, examples: 3, exercises: 2, questions: 10, errors: 0 });
  expect(new Set(diagnostics.map(({ message }) => message))).toEqual(new Set(['this is still the text of the template']));
});

test('a new lesson is listed, with any title', async () => {
  await makeContent({ what: 'lesson', course: 'tea', lesson: 'green-tea', title: 'Green: "hot" # tea', id: 'green', content });
  expect(await errors()).toEqual([]);
  expect(read('course.yaml')).toContain('      - first-lesson\n      - green-tea\n');
  expect(read('lessons/green-tea/lesson.mdx')).toContain('id: green\ntitle: "Green: \\"hot\\" # tea"\n');
  expect(read('lessons/green-tea/exercises/count-letters/exercise.yaml')).toContain('id: green-count-letters\ntitle: Count letters\n');
});

test.each([['count-letters', 'challenge', 'number-returned'], ['greet-by-name', 'fill-in', 'name-not-used']])('a new exercise is of the kind that the lesson lacks without %s', async (gone, kind, mistake) => {
  fs.rmSync(path.join(content, 'courses/tea/lessons/first-lesson/exercises', gone), { recursive: true });
  const file = path.join(content, 'courses/tea/lessons/first-lesson/lesson.mdx');
  const without = fs.readFileSync(file, 'utf8').replace(`<Exercise name="${gone}" />\n\n`, '');
  fs.writeFileSync(file, without);
  const before = await errors();
  expect(before).toEqual(expect.arrayContaining([expect.stringContaining(`one exercise of kind ${kind}, this one has 0`)]));
  await makeContent({ what: 'exercise', course: 'tea', lesson: 'first-lesson', exercise: 'my-task', content });
  expect(await errors(), 'only the mistake that went with the old one is left').toEqual([expect.stringContaining(`no exercise recognises the mistake "${mistake}"`)]);
  expect(read('lessons/first-lesson/exercises/my-task/exercise.yaml')).toContain(`kind: ${kind}`);
});

test('what cannot be made is told, and nothing is written', async () => {
  const made = (wanted: Parameters<typeof makeContent>[0]) => makeContent(wanted);
  const files = () => fs.readdirSync(content, { recursive: true }).length;
  const before = files();
  await expect(made({ what: 'lesson', course: 'coffee', lesson: 'a', content })).rejects.toThrow('There is no course "coffee". Courses: tea.');
  await expect(made({ what: 'lesson', course: 'tea', lesson: 'a', module: 'milk', content })).rejects.toThrow('tea has no module "milk". It has: tea-start.');
  await expect(made({ what: 'lesson', course: 'tea', lesson: 'first-lesson', content })).rejects.toThrow('is there already');
  await expect(made({ what: 'exercise', course: 'tea', lesson: 'first-lesson', exercise: 'a', content })).rejects.toThrow('has its fill-in and its challenge already');
  await expect(made({ what: 'exercise', course: 'tea', lesson: 'none', exercise: 'a', content })).rejects.toThrow('npm run new:lesson tea none makes it');
  expect(files()).toBe(before);
});

test.each([['plain words', 'plain words'], ['true', '"true"'], ['a: b', '"a: b"'], ['# x', '"# x"'], ["it's", `"it's"`]])('%s is written as %s', (text, expected) => expect(asYaml(text)).toBe(expected));
