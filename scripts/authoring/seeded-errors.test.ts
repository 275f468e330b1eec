// Errors that authors make, each put into a new course: it is told at the right line, and gone once its fix is followed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../lib/content/data';
import type { Diagnostic } from '../../lib/content/schema';
import { makeContent } from './new-content';

const LESSON = 'courses/tea/lessons/first-lesson';
const FILL_IN = `${LESSON}/exercises/greet-by-name`;
const CHALLENGE = `${LESSON}/exercises/count-letters`;

let folder: string;
let content: string;
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seeded-'));
  content = path.join(folder, 'content');
  await makeContent({ what: 'course', course: 'tea', lesson: 'first-lesson', content });
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
});

const full = (file: string) => path.join(content, file.replace(/^content\//, ''));
const read = (file: string) => fs.readFileSync(full(file), 'utf8');
const write = (file: string, text: string) => fs.writeFileSync(full(file), text);
function swap(file: string, from: string | RegExp, to: string) {
  const [before, after] = [read(file), read(file).replace(from, to)];
  expect(after, `${from} is not in ${file}`).not.toBe(before);
  write(file, after);
}
const lineOf = (file: string, words: string) => read(file).slice(0, read(file).indexOf(words)).split('\n').length;

/** What is wrong, the template's own text aside. */
const diagnostics = async () => (await checkContent({ root: content })).diagnostics.filter(({ message }) => message !== 'this is still the text of the template');

type Seed = {
  what: string;
  seed: () => void;
  /** the diagnostic: its file, a text on its line (null: line 1) and what it says */
  file: string;
  at: string | null;
  says: string;
  /** does what the fix says; left out where it is `did you mean "…"?`, which is put in the place of what was written */
  follow?: (told: Diagnostic) => void;
  /** the fix brings something else to light, which is told next */
  leaves?: boolean;
};

/** Puts what was probably meant in the place of what was written, on the line of the diagnostic. */
function followGuess({ file, line, column, message, fix }: Diagnostic) {
  const meant = /did you mean "(.+)"\?/.exec(fix)?.[1] ?? '';
  const written = (/the link (\S+) leads/.exec(message) ?? /component <(\w+)>/.exec(message) ?? /@check\("(.*)"\)/.exec(message) ?? /folder lessons\/(\S+)/.exec(message) ?? /"#?([^"]*)"/.exec(message))?.[1] ?? '';
  const lines = read(file).split('\n');
  const text = lines[line - 1] ?? '';
  const head = text.slice(0, column - 1);
  expect(text.slice(column - 1), 'what is wrong stands at the line and column that are told').toContain(written);
  lines[line - 1] = head + text.slice(column - 1).replace(written, meant);
  write(file, lines.join('\n'));
}

const quoted = (told: Diagnostic) => /"(.*?)"/.exec(told.fix)?.[1] ?? '';

const SEEDS: Seed[] = [
  { what: 'a typo in a key of course.yaml', seed: () => swap('courses/tea/course.yaml', 'summary:', 'sumary:'), file: 'courses/tea/course.yaml', at: 'sumary', says: 'unknown key "sumary"' },
  { what: 'a typo in a key deep in exercise.yaml', seed: () => swap(`${FILL_IN}/exercise.yaml`, '    hint: braces', '    hnit: braces'), file: `${FILL_IN}/exercise.yaml`, at: 'hnit', says: 'unknown key "hnit"' },
  { what: 'a lesson listed under another name', seed: () => swap('courses/tea/course.yaml', '- first-lesson', '- first-leson'), file: 'courses/tea/course.yaml', at: '- first-leson', says: 'there is no folder lessons/first-leson' },
  { what: 'a lesson that is not listed', seed: () => fs.cpSync(full(LESSON), full('courses/tea/lessons/copy'), { recursive: true }), file: 'courses/tea/lessons/copy', at: null, says: 'course.yaml does not list this lesson', follow: (told) => swap('courses/tea/course.yaml', '- first-lesson', `- first-lesson\n      ${quoted(told)}`), leaves: true },
  { what: 'a missing file', seed: () => fs.rmSync(full(`${CHALLENGE}/starter.py`)), file: `${CHALLENGE}/starter.py`, at: null, says: 'this file is missing', follow: ({ file }) => write(file, '# Your view goes here.\n') },
  { what: 'a file with another name', seed: () => fs.renameSync(full(`${CHALLENGE}/prompt.mdx`), full(`${CHALLENGE}/promt.mdx`)), file: `${CHALLENGE}/promt.mdx`, at: null, says: 'this file has no meaning here', follow: ({ file, fix }) => fs.renameSync(full(file), path.join(path.dirname(full(file)), /did you mean "(.+)"\?/.exec(fix)?.[1] ?? '')) },
  { what: 'an id that is used twice', seed: () => swap(`${CHALLENGE}/exercise.yaml`, 'tea-first-lesson-count-letters', 'tea-first-lesson-greet-by-name'), file: `${FILL_IN}/exercise.yaml`, at: 'id: ', says: 'is already used in content/', follow: ({ file }) => swap(file, 'tea-first-lesson-greet-by-name', 'tea-first-lesson-greetings') },
  { what: 'an answer that is no option', seed: () => swap(`${LESSON}/quiz.yaml`, 'answer: cocoa', 'answer: coca'), file: `${LESSON}/quiz.yaml`, at: 'answer: coca', says: 'no option has the id "coca"' },
  { what: 'an option id that gives the answer away', seed: () => swap(`${LESSON}/quiz.yaml`, '- id: apple', '- id: wrong-1'), file: `${LESSON}/quiz.yaml`, at: '- id: wrong-1', says: 'the option id "wrong-1" gives the answer away', follow: ({ file }) => swap(file, '- id: wrong-1', '- id: two-hundred') },
  { what: 'a question without its reason', seed: () => swap(`${LESSON}/quiz.yaml`, /\n {8}reason: 'Right\. Not found\.'/, ''), file: `${LESSON}/quiz.yaml`, at: '- id: bread', says: '"questions.0.options.1.reason" is missing', follow: ({ file }) => swap(file, "text: '404'", "text: '404'\n        reason: That is what it means.") },
  { what: 'nine questions', seed: () => write(`${LESSON}/quiz.yaml`, read(`${LESSON}/quiz.yaml`).replace(/ {2}- id: valid-answer[\s\S]*$/, '')), file: `${LESSON}/quiz.yaml`, at: '  - id: status-missing', says: 'a quiz has ten questions', follow: ({ file }) => write(file, `${read(file)}${read(file).slice(read(file).indexOf('  - id: f-text'), read(file).indexOf('  - id: no-f-text')).replace('f-text', 'tenth').replace('Bo', 'Al').replace('What does this print', 'And what does this print')}`) },
  { what: 'a link to no lesson', seed: () => swap(`${LESSON}/lesson.mdx`, 'TEMPLATE: begin', 'See [it](/courses/tea/first-leson). TEMPLATE: begin'), file: `${LESSON}/lesson.mdx`, at: 'See [it]', says: 'leads to no lesson' },
  { what: 'a link to no heading', seed: () => swap(`${LESSON}/lesson.mdx`, 'TEMPLATE: begin', 'See [it](#comon-mistakes). TEMPLATE: begin'), file: `${LESSON}/lesson.mdx`, at: 'See [it]', says: 'has no "#comon-mistakes"' },
  { what: 'a component that does not exist', seed: () => swap(`${LESSON}/lesson.mdx`, '<Quiz />', '<Quizz />'), file: `${LESSON}/lesson.mdx`, at: '<Quizz', says: 'unknown component <Quizz>' },
  { what: 'an example that does not exist', seed: () => swap(`${LESSON}/lesson.mdx`, 'name="third"', 'name="thrid"'), file: `${LESSON}/lesson.mdx`, at: 'name="thrid"', says: 'there is no example "thrid"' },
  { what: 'a picture without words', seed: () => swap(`${LESSON}/lesson.mdx`, 'TEMPLATE: begin', '![](https://example.org/tea.png) TEMPLATE: begin'), file: `${LESSON}/lesson.mdx`, at: '![]', says: 'has no text alternative', follow: ({ file }) => swap(file, '![]', '![a cup of tea]') },
  { what: 'a picture that is not there', seed: () => swap(`${LESSON}/lesson.mdx`, 'TEMPLATE: begin', '![a cup of tea](/pictures/cup.png) TEMPLATE: begin'), file: `${LESSON}/lesson.mdx`, at: '![a cup', says: 'there is no picture public/pictures/cup.png', follow: () => { fs.mkdirSync(path.join(folder, 'public/pictures'), { recursive: true }); fs.writeFileSync(path.join(folder, 'public/pictures/cup.png'), ''); } },
  { what: 'a code block without a language', seed: () => swap(`${LESSON}/lesson.mdx`, '## Where it ends', '```\nprint(1)\n```\n\n## Where it ends'), file: `${LESSON}/lesson.mdx`, at: '```\nprint', says: 'this code block has no language', follow: ({ file, fix }) => swap(file, '```\nprint', `${/```\w+/.exec(fix)?.[0]}\nprint`) },
  { what: 'a code block that is no Python', seed: () => swap(`${LESSON}/lesson.mdx`, '## Where it ends', '```python\nif x:\n```\n\n## Where it ends'), file: `${LESSON}/lesson.mdx`, at: 'if x:', says: 'this is not complete Python', follow: ({ file, fix }) => swap(file, '```python', /```python partial/.exec(fix)?.[0] ?? '') },
  { what: 'a part of the lesson that is missing', seed: () => swap(`${LESSON}/lesson.mdx`, /<RuleOfThumb>[\s\S]*<\/RuleOfThumb>\n/, ''), file: `${LESSON}/lesson.mdx`, at: null, says: 'the lesson has no <RuleOfThumb>', follow: ({ file }) => swap(file, '## The second idea', '<RuleOfThumb>\n\nOne view, one page.\n\n</RuleOfThumb>\n\n## The second idea') },
  { what: 'a check that checks.py calls otherwise', seed: () => swap(`${CHALLENGE}/exercise.yaml`, '- name: A word of one letter has length 1', '- name: A word of one leter has length 1'), file: `${CHALLENGE}/exercise.yaml`, at: '- name: A word of one leter', says: 'checks.py has no @check("A word of one leter has length 1")' },
  { what: 'a hint that does not exist', seed: () => swap(`${CHALLENGE}/exercise.yaml`, '    hint: length', '    hint: lenght'), file: `${CHALLENGE}/exercise.yaml`, at: '    hint: lenght', says: 'there is no hint "lenght"' },
  { what: 'a pattern that is no regular expression', seed: () => swap(`${CHALLENGE}/exercise.yaml`, 'pattern: valid response', 'pattern: valid response ('), file: `${CHALLENGE}/exercise.yaml`, at: 'pattern: valid', says: 'is not a regular expression', follow: ({ file }) => swap(file, 'response (', 'response \\(') },
  { what: 'a text with a colon, without quotes', seed: () => swap(`${CHALLENGE}/exercise.yaml`, /text: "`len.*"/, 'text: Two things: a dot'), file: `${CHALLENGE}/exercise.yaml`, at: 'text: Two things', says: 'this is not valid YAML', follow: ({ file }) => swap(file, 'Two things: a dot', "'Two things: a dot'") },
  { what: 'a fill-in without a blank', seed: () => write(`${FILL_IN}/starter.py`, read(`${FILL_IN}/starter.py`).replaceAll('___', 'x')), file: `${FILL_IN}/starter.py`, at: null, says: 'has no blank', follow: ({ file }) => swap(file, '{x}', '{___}') },
  { what: 'a mistake that no program makes', seed: () => fs.rmSync(full(`${CHALLENGE}/wrong/number-returned.py`)), file: `${CHALLENGE}/exercise.yaml`, at: '  - id: number-returned', says: 'there is no wrong/number-returned.py', follow: () => { fs.mkdirSync(full(`${CHALLENGE}/wrong`), { recursive: true }); write(`${CHALLENGE}/wrong/number-returned.py`, '"""A number is returned.\n\nfails: /length/<word> answers the number of letters\nhint: text\n"""\n'); } },
];

test('there are twenty and more', () => expect(SEEDS.length).toBeGreaterThanOrEqual(20));

test.each(SEEDS)('$what is told where it is, and its fix works', async ({ seed, file, at, says, follow = followGuess, leaves = false }) => {
  expect(await diagnostics()).toEqual([]);
  seed();
  const line = at === null ? 1 : lineOf(file, at);
  const told = (await diagnostics()).find((one) => one.message.includes(says));
  expect(told, JSON.stringify(await diagnostics())).toMatchObject({ file: `content/${file}`, line });
  expect(told?.fix.length).toBeGreaterThan(3);
  follow(told as Diagnostic);
  const left = await diagnostics();
  expect(left.filter((one) => one.message === told?.message)).toEqual([]);
  if (!leaves) expect(left).toEqual([]);
});

test('an unlisted copy is followed by its ids, each told with its place', async () => {
  fs.cpSync(full(LESSON), full('courses/tea/lessons/copy'), { recursive: true });
  swap('courses/tea/course.yaml', '- first-lesson', '- first-lesson\n      - copy');
  expect((await diagnostics()).map(({ message }) => /the id "(.*?)" is already used/.exec(message)?.[1]).sort()).toEqual(['tea-first-lesson', 'tea-first-lesson-count-letters', 'tea-first-lesson-greet-by-name', 'tea-first-lesson-quiz']);
});
