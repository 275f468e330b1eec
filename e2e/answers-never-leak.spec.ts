import fs from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { parse } from 'yaml';
import { expect, test } from './fixtures';

const LESSONS = 'content/courses/flask/lessons';
/** checks draw random words from it, and so do libraries */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

type Secret = { what: string; text: string };

/** Lines and sentences that only somebody who earned them may see. */
function secrets(): Secret[] {
  return fs.readdirSync(LESSONS).flatMap((name) => {
    const lesson = path.join(LESSONS, name);
    const shown = shownBy(lesson);
    return [...secretsOfExercises(lesson), ...secretsOfQuiz(lesson)].filter(({ text }) => !shown.includes(text) && text !== ALPHABET);
  });
}

/** What the lesson itself shows is no secret: only what stands in the key alone is. */
function shownBy(lesson: string): string {
  const exercises = filesBelow(path.join(lesson, 'exercises')).filter((file) => /starter\.py|prompt\.mdx|exercise\.yaml/.test(file));
  return [path.join(lesson, 'lesson.mdx'), ...filesBelow(path.join(lesson, 'examples')), ...exercises].map((file) => fs.readFileSync(file, 'utf8')).join('\n');
}

function secretsOfExercises(lesson: string): Secret[] {
  const folder = path.join(lesson, 'exercises');
  return filesBelow(folder)
    .filter((file) => /(solution|checks)\.py$/.test(file))
    .flatMap((file) => longLines(fs.readFileSync(file, 'utf8')).map((text) => ({ what: file, text })));
}

function secretsOfQuiz(lesson: string): Secret[] {
  const file = path.join(lesson, 'quiz.yaml');
  const quiz = parse(fs.readFileSync(file, 'utf8')) as { questions: { explanation: string; options: { reason: string }[] }[] };
  return quiz.questions.flatMap(({ explanation, options }) => [explanation, ...options.map(({ reason }) => reason)].flatMap(longLines).map((text) => ({ what: file, text })));
}

/** Plain stretches of at least 25 characters: Markdown marks and quotes are rendered differently, so text is cut at them. */
function longLines(text: string): string[] {
  return text.split(/[\n`*_"'<>&]/).map((part) => part.trim()).filter((part) => part.length >= 25);
}

function filesBelow(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

test('no page, page payload or script holds a solution, a hidden check, an answer or an explanation', async ({ request }) => {
  const hidden = secrets();
  expect(hidden.length).toBeGreaterThan(200);
  const files = [...filesBelow('.next/static'), ...filesBelow('.next/server/app')].filter((file) => /\.(js|html|rsc|json|txt|meta)$/.test(file) && !isServerCode(file));
  const pages = await Promise.all(fs.readdirSync(LESSONS).map(async (lesson) => ({ name: lesson, text: await (await request.get(`/courses/flask/${lesson}`)).text() })));
  const sent = [...files.map((name) => ({ name, text: fs.readFileSync(name, 'utf8') })), ...pages];
  expect(sent.length).toBeGreaterThan(20);
  const leaks = sent.flatMap(({ name, text }) => hidden.filter((secret) => text.includes(secret.text)).map((secret) => `${name} holds "${secret.text}" of ${secret.what}`));
  expect(leaks).toEqual([]);
});

/** The exercises whose checks are public in part: their folder, what is sent of them, and what of their checks.py belongs to hidden checks alone. */
async function visibleParts(request: APIRequestContext): Promise<{ folder: string; sent: string; hidden: string[] }[]> {
  const folders = filesBelow(LESSONS).filter((file) => file.endsWith('checks.py')).map((file) => path.dirname(file));
  const parts = folders.map(async (folder) => {
    const { id } = parse(fs.readFileSync(path.join(folder, 'exercise.yaml'), 'utf8')) as { id: string };
    const answer = await request.get(`/api/exercises/${id}/visible-checks`);
    const sent = answer.ok() ? ((await answer.json()) as { checks: string }).checks : '';
    return { folder, sent, hidden: hiddenLines(fs.readFileSync(path.join(folder, 'checks.py'), 'utf8')) };
  });
  return (await Promise.all(parts)).filter(({ sent }) => sent !== '');
}

/** Lines of hidden checks that stand nowhere else in the file, and what nobody runs: comments and docstrings. */
function hiddenLines(checks: string): string[] {
  const blocks = checks.split(/\n(?=@|def |class |\w+ = )/);
  // a decorator and the function under it are two blocks
  const hidden = new Set(blocks.flatMap((block, index) => (block.startsWith('@check(') && !block.includes('visible=True') ? [index, ...(block.includes('\ndef ') ? [] : [index + 1])] : [])));
  const elsewhere = blocks.filter((_, index) => !hidden.has(index)).join('\n');
  const lines = blocks.filter((_, index) => hidden.has(index)).flatMap((block) => block.split('\n')).map((line) => line.trim());
  const unrun = [...checks.matchAll(/^\s*"""(.+?)"""$/gm), ...checks.matchAll(/\s#\s(.+)$/gm)].map(([, text = '']) => text);
  return [...lines.filter((line) => line.length >= 12 && !elsewhere.includes(line)), ...unrun];
}

test('of the checks only what their authors made visible is sent, and nothing of the others or of the solution', async ({ request }) => {
  const parts = await visibleParts(request);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.flatMap(({ hidden }) => hidden).length).toBeGreaterThan(50);
  expect(parts.flatMap(({ folder, sent, hidden }) => hidden.filter((line) => sent.includes(line)).map((line) => `${folder}: "${line}"`))).toEqual([]);
  const solved = ({ folder, sent }: (typeof parts)[number]) => longLines(fs.readFileSync(path.join(folder, 'solution.py'), 'utf8')).filter((line) => sent.includes(line) && line !== ALPHABET && !shownBy(path.resolve(folder, '../..')).includes(line));
  expect(parts.flatMap((part) => solved(part).map((line) => `${part.folder}: "${line}"`))).toEqual([]);
});

/** Under .next/server/app only the made pages and their payloads are sent; scripts and manifests there run on the server. */
function isServerCode(file: string): boolean {
  return file.startsWith('.next/server') && /\.(js|json)$/.test(file);
}

test('the author bar of npm run dev is no part of the build: neither its code nor its answers', async ({ request }) => {
  const marks = ['data-author-bar', '/author/content', '/author/tries', 'Try each mistake', 'AuthorIsland'];
  const code = filesBelow('lib/authoring/components').map((file) => fs.readFileSync(file, 'utf8')).join('\n');
  expect(marks.filter((mark) => !code.includes(mark)), 'all of them are in its code').toEqual([]);
  const built = ['.next/static', '.next/server'].flatMap(filesBelow).filter((file) => /\.(js|html|rsc|json|css|map)$/.test(file));
  expect(built.length).toBeGreaterThan(50);
  const found = built.flatMap((file) => marks.filter((mark) => fs.readFileSync(file, 'utf8').includes(mark)).map((mark) => `${file} holds ${mark}`));
  expect(found).toEqual([]);
  for (const address of ['/author/content', '/author/lesson?course=flask&lesson=sessions']) expect((await request.get(address)).status(), address).toBe(404);
  const tried = await request.post('/author/tries', { data: { exerciseId: 'flask-sessions-shopping-basket', what: 'solution' } });
  expect(tried.status()).toBeGreaterThanOrEqual(400);
  expect(await tried.text()).not.toContain('tried');
});

test('the same search does find what a page does show', async ({ request }) => {
  const text = await (await request.get('/courses/flask/working-with-cookies')).text();
  const prose = fs.readFileSync(path.join(LESSONS, 'working-with-cookies/lesson.mdx'), 'utf8').split('---').slice(2).join('---');
  const found = longLines(prose).filter((line) => text.includes(line));
  expect(found.length).toBeGreaterThan(20);
});
