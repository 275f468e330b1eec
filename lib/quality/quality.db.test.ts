import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { grantAuthor } from '@/lib/auth/policy';
import type { AuthorAccess } from '@/lib/auth/schema';
import { closeDb, db } from '@/lib/platform/db';
import { recordOutcome, recordVisit } from '@/lib/progress/mutations';
import { countChecks, countOpenReports, listFailures, listFirstAttempts, listReports, readPaths } from './data';
import { setDone, storeReport } from './mutations';

const access = grantAuthor({ id: 'an author', guest: false, roles: ['author'] }) as AuthorAccess;
// each test has ids of its own: others' rows are in the same database
let [lessonId, nextLessonId, exerciseId, quizId] = ['', '', '', ''];
beforeEach(() => ([lessonId, nextLessonId, exerciseId, quizId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]));
afterAll(closeDb);

const courseId = 'a-course';
const person = async () => (await db().user.create({ data: { name: 'Zerubbabel Quux', email: `${randomUUID()}@example.com` } })).id;
const people = (count: number) => Promise.all(Array.from({ length: count }, person));

async function tried(learnerId: string, activityId: string, passed: boolean) {
  await db().$transaction((tx) => recordOutcome(tx, { learnerId, courseId, lessonId, activityId, kind: 'exercise', score: passed ? 1 : 0, passed, at: new Date() }));
}

type Made = { verdict?: 'passed' | 'failed' | 'did_not_run' | 'grader_fault'; checks?: Record<string, 'passed' | 'failed' | 'not-run'>; error?: object | null; code?: string };
async function submission(learnerId: string, { verdict = 'failed', checks = {}, error = null, code = 'print(1)' }: Made) {
  const key = randomUUID();
  const result = { verdict, error, checks: Object.entries(checks).map(([name, status]) => ({ name, status, message: `about ${name}`, error: null })) };
  await db().submission.create({ data: { id: key, learnerId, courseId, lessonId, exerciseId, code, idempotencyKey: key, contentHash: 'h', seed: 1, verdict, result, finishedAt: new Date() } });
}

async function attempt(learnerId: string, answers: Record<string, string>, minutesAgo: number) {
  await db().quizAttempt.create({ data: { learnerId, courseId, lessonId, quizId, idempotencyKey: randomUUID(), contentHash: 'h', answers, score: 1, total: 1, createdAt: new Date(Date.now() - minutesAgo * 60_000) } });
}

it('counts the ways through a lesson, also of those whose visit was not noted', async () => {
  const [a, b, c, d] = (await people(4)) as [string, string, string, string];
  for (const learnerId of [a, b, c]) await recordVisit({ learnerId, courseId, lessonId });
  for (const learnerId of [b, c]) await tried(learnerId, 'ex', learnerId === b);
  await tried(d, 'ex', false);
  await tried(d, 'no longer in the lesson', true);
  await recordVisit({ learnerId: b, courseId, lessonId: nextLessonId });
  await recordVisit({ learnerId: await person(), courseId, lessonId: nextLessonId });
  const paths = await readPaths(access, { lessonId, activityIds: ['ex'], nextLessonId });
  expect(paths.toSorted((x, y) => x.tried.length - y.tried.length || x.passed.length - y.passed.length)).toEqual([
    { tried: [], passed: [], wentOn: false, people: 1 },
    { tried: ['ex'], passed: [], wentOn: false, people: 2 },
    { tried: ['ex'], passed: ['ex'], wentOn: true, people: 1 },
  ]);
  expect((await readPaths(access, { lessonId, activityIds: ['ex'], nextLessonId: null })).every(({ wentOn }) => !wentOn)).toBe(true);
});

it("knows of a quiz what people answered first, and not whose it was", async () => {
  const [a, b] = (await people(2)) as [string, string];
  await attempt(a, { q: 'first' }, 20);
  await attempt(a, { q: 'second' }, 10);
  await attempt(b, { q: 'other' }, 5);
  expect(await listFirstAttempts(access, quizId)).toEqual([{ answers: { q: 'other' }, contentHash: 'h' }, { answers: { q: 'first' }, contentHash: 'h' }]);
});

it('counts people, not submissions, who failed or passed a check that ran', async () => {
  const [a, b] = (await people(2)) as [string, string];
  for (let times = 0; times < 3; times += 1) await submission(a, { checks: { one: 'passed', two: 'failed', three: 'not-run' } });
  await submission(a, { verdict: 'passed', checks: { one: 'passed', two: 'passed', three: 'passed' } });
  await submission(b, { checks: { one: 'passed', two: 'failed', three: 'not-run' } });
  await submission(b, { verdict: 'grader_fault', checks: { one: 'failed' } });
  const counts = await countChecks(access, exerciseId);
  expect(counts.toSorted((x, y) => x.name.localeCompare(y.name))).toEqual([
    { name: 'one', learners: 2, failed: 0, passed: 2 },
    { name: 'three', learners: 1, failed: 0, passed: 1 },
    { name: 'two', learners: 2, failed: 2, passed: 1 },
  ]);
});

it('lists programs that did not pass with the first check that failed, and tells nothing of whose they are', async () => {
  const [a, b] = (await people(2)) as [string, string];
  await submission(a, { checks: { one: 'passed', two: 'failed', three: 'failed' }, code: 'mine()' });
  await submission(a, { verdict: 'did_not_run', error: { type: 'NameError', message: 'no', line: 1 }, code: 'also_mine()' });
  await submission(b, { verdict: 'passed', checks: { one: 'passed' } });
  await submission(b, { checks: { two: 'failed' }, code: 'theirs()' });
  const failures = await listFailures(access, exerciseId);
  const of = (code: string) => failures.find((one) => one.code === code);
  expect(of('mine()')).toEqual({ learner: expect.any(Number), code: 'mine()', verdict: 'failed', check: { name: 'two', message: 'about two', error: null }, error: null });
  expect(of('also_mine()')).toMatchObject({ verdict: 'did-not-run', check: null, error: { type: 'NameError', message: 'no' } });
  expect(failures).toHaveLength(3);
  expect([of('also_mine()')?.learner === of('mine()')?.learner, of('theirs()')?.learner === of('mine()')?.learner]).toEqual([true, false]);
  for (const word of [a, b, 'Zerubbabel', 'example.com']) expect(JSON.stringify(failures)).not.toContain(word);
});

describe('reports', () => {
  const report = (learnerId: string, text = 'It is no biscuit.') => ({ learnerId, courseId: lessonId, lessonId, anchor: 'p-1', kind: 'wrong' as const, text, quote: 'A cookie is a biscuit.', contentHash: 'then' });

  it('are kept with their place, once however often they are sent, and read without who sent them', async () => {
    const learnerId = await person();
    await Promise.all([storeReport(report(learnerId)), storeReport(report(learnerId))]);
    await storeReport(report(learnerId, 'Nor a cake.'));
    await storeReport(report(await person()));
    const { open, done } = await listReports(access, lessonId);
    expect(open.map(({ text }) => text).sort()).toEqual(['It is no biscuit.', 'It is no biscuit.', 'Nor a cake.']);
    expect(done).toEqual([]);
    expect(Object.keys(open[0] ?? {}).sort()).toEqual(['anchor', 'contentHash', 'createdAt', 'doneAt', 'id', 'kind', 'quote', 'text']);
    expect(await countOpenReports(access, lessonId)).toEqual(new Map([[lessonId, 3]]));
  });

  it('can be done and opened again, and are open again when the same person says the same', async () => {
    const learnerId = await person();
    await storeReport(report(learnerId));
    const [{ id: reportId } = { id: '' }] = (await listReports(access, lessonId)).open;
    const states = async () => Object.entries(await listReports(access, lessonId)).map(([state, list]) => `${list.length} ${state}`);
    expect(await setDone(access, { reportId, done: true })).toEqual({ lessonId });
    expect(await states()).toEqual(['0 open', '1 done']);
    await setDone(access, { reportId, done: false });
    expect(await states()).toEqual(['1 open', '0 done']);
    await setDone(access, { reportId, done: true });
    await storeReport({ ...report(learnerId), contentHash: 'now' });
    expect((await listReports(access, lessonId)).open).toMatchObject([{ id: reportId, contentHash: 'now' }]);
    expect(await setDone(access, { reportId: randomUUID(), done: true })).toBeNull();
  });
});
