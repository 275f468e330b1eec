// What the author bar of `npm run dev` asks for, over HTTP and in the real sandbox.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LessonFacts, TryLine } from '../../lib/authoring/schema';
import { closeSandbox } from '../../lib/grading/service';
import { closeDb } from '../../lib/platform/db';
import { makeContent } from '../authoring/new-content';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { answerAuthor } from './answer';
import { followContent, type FollowedContent } from './follow-content';

const LESSON = 'courses/tea/lessons/first-lesson';
const NAME = 'count-letters';
const EXERCISE = `${LESSON}/exercises/${NAME}`;
let root: string;
let server: http.Server;
let content: FollowedContent;
let address: string;

beforeAll(async () => {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  process.env.DATA_DIR = dataDir;
  expect((await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' })).reason).toBeNull();
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'author-'));
  await makeContent({ what: 'course', course: 'tea', lesson: 'first-lesson', content: root });
  content = followContent({ root });
  server = http.createServer((request, response) => void answerAuthor({ request, response, content, root }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  content.stop();
  server.closeAllConnections();
  server.close();
  fs.rmSync(root, { recursive: true });
  await closeSandbox();
  await closeDb();
});

const facts = async () => (await (await fetch(`${address}/author/lesson?course=tea&lesson=first-lesson`)).json()) as LessonFacts;
const exercise = async () => (await facts()).exercises.find(({ id }) => id.endsWith(NAME));

async function tries(what: string, wanted?: string): Promise<TryLine[]> {
  const exerciseId = wanted ?? (await exercise())?.id;
  const response = await fetch(`${address}/author/tries`, { method: 'POST', body: JSON.stringify({ exerciseId, what }) });
  return (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as TryLine);
}
const triedOf = (lines: TryLine[]) => lines.flatMap((line) => ('tried' in line ? [{ ...line.tried, file: path.basename(line.tried.file) }] : []));

function edit(file: string, change: (text: string) => string): () => void {
  const before = fs.readFileSync(path.join(root, file), 'utf8');
  expect(change(before)).not.toBe(before);
  fs.writeFileSync(path.join(root, file), change(before));
  return () => fs.writeFileSync(path.join(root, file), before);
}

test('a lesson has its words, its minutes and what there is to try', async () => {
  const { words, minutes, exercises } = await facts();
  expect(words).toBeGreaterThan(50);
  expect(minutes).toBeGreaterThan(0);
  expect(exercises.map(({ id, statistics }) => [id.endsWith(NAME), statistics])).toEqual(expect.arrayContaining([[true, null], [false, null]]));
  expect((await fetch(`${address}/author/lesson?course=tea&lesson=nothing`)).status).toBe(404);
});

test('the solution passes with every seed, the starter does not, and each mistake gets the verdict it names', async () => {
  expect(triedOf(await tries('solution'))).toMatchObject([{ file: 'solution.py', wanted: 'passes every check with 5 seeds', faults: [], verdict: 'passed', runs: 5 }]);
  expect(triedOf(await tries('starter'))).toMatchObject([{ file: 'starter.py', faults: [] }]);
  const mistakes = triedOf(await tries('mistakes'));
  expect(mistakes.length).toBeGreaterThan(0);
  expect(mistakes.flatMap(({ faults }) => faults)).toEqual([]);
  expect(mistakes.every(({ hint, wanted }) => hint !== null && wanted.startsWith('fails at "'))).toBe(true);
});

test('a mistake that fails elsewhere than it says, and a solution that fails, are told with what was found', async () => {
  const [wrong] = fs.readdirSync(path.join(root, EXERCISE, 'wrong'));
  const mend = [edit(`${EXERCISE}/wrong/${wrong}`, (text) => text.replace(/^hint: .*$/m, 'hint: nonesuch')), edit(`${EXERCISE}/solution.py`, (text) => `${text}\n1 / 0\n`)];
  expect(triedOf(await tries('mistakes')).find(({ file }) => file === wrong)?.faults.join()).toMatch(/hint/);
  expect(triedOf(await tries('solution'))).toMatchObject([{ verdict: 'did-not-run', faults: [expect.stringContaining('ZeroDivisionError')] }]);
  mend.forEach((undo) => undo());
});

test('the mutation score is kept until the solution changes, by check:exercises too', async () => {
  expect((await exercise())?.mutation).toBeNull();
  const lines = await tries('mutants');
  const steps = lines.flatMap((line) => ('progress' in line ? [line.progress] : []));
  expect(steps.at(-1)?.done).toBeGreaterThan(0);
  const [scored] = lines.flatMap((line) => ('mutation' in line ? [line.mutation] : []));
  expect(scored?.mutants).toBeGreaterThan(0);
  expect((await exercise())?.mutation).toEqual(scored);

  const undo = edit(`${EXERCISE}/solution.py`, (text) => `${text}\n# reworded\n`);
  expect((await exercise())?.mutation).toBeNull();
  undo();
});

test('what cannot be tried is refused with the reason', async () => {
  expect(await tries('solution', 'tiny-nothing')).toEqual([{ message: expect.stringContaining('no such exercise') }]);
  const answer = await fetch(`${address}/author/tries`, { method: 'POST', body: JSON.stringify({ exerciseId: 'x', what: 'everything' }) });
  expect(answer.status).toBe(400);
});
