import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listCourses } from '@/lib/content/data';
import type { Exercise } from '@/lib/content/schema';
import { closeDb, db } from '@/lib/platform/db';
import { closeNotifications } from '@/lib/platform/notifications';
import { prepareQueue } from '@/lib/platform/queue';
import { getActivity } from '@/lib/progress/data';
import { listPrograms } from './data';
import { finishSubmission, recordRegrading } from './mutations';
import type { CheckResult, GradingResult, Verdict } from './schema';
import { readSolution, readSubmission, submit } from './service';

const check = (name: string, status: CheckResult['status']) => ({ name, status, points: 1, message: '', expected: null, actual: null, output: '', error: null, hint: null });
const resultOf = (verdict: Verdict, ...statuses: CheckResult['status'][]): GradingResult => ({
  verdict, summary: verdict, checks: statuses.map((status, index) => check(`check ${index}`, status)), hint: null, stdout: '', stderr: '', outputTruncated: false, error: null,
  limit: null, mistake: null, seed: 7, imageHash: 'image', engine: 'docker', usage: null, phases: { queue: 1, load: 2, store: 3 },
});
const passed = resultOf('passed', 'passed', 'passed');
const half = resultOf('failed', 'passed', 'failed');

let exercise: Exercise;
let learnerId: string;
async function graded(result: GradingResult, { code = 'x = 1', by = learnerId } = {}) {
  const { submissionId } = await submit({ learnerId: by, exerciseId: exercise.id, code, idempotencyKey: randomUUID() });
  await finishSubmission({ submissionId, kind: 'exercise', result });
  return submissionId;
}
const again = (submissionId: string, result: GradingResult) => recordRegrading({ submissionId, contentHash: 'newer', result });
const progress = () => getActivity({ learnerId, activityId: exercise.id });

beforeEach(async () => {
  await prepareQueue();
  exercise = (await listCourses())[0]?.modules[0]?.lessons[0]?.exercises[0] as Exercise;
  await db().submission.deleteMany();
  learnerId = (await db().user.create({ data: { email: `${randomUUID()}@example.com` } })).id;
});
afterAll(async () => {
  await closeNotifications();
  await closeDb();
});

describe('grading again by another version', () => {
  it('raises progress by a better result and counts no attempt', async () => {
    const id = await graded(half);
    await again(id, passed);
    expect(await progress()).toMatchObject({ passed: true, bestScore: 1, attempts: 1 });
    await expect(readSolution({ learnerId, exerciseId: exercise.id })).resolves.toMatchObject({ code: expect.any(String) });
  });
  it('never lowers progress', async () => {
    const id = await graded(passed);
    const before = await progress();
    await again(id, half);
    await again(id, resultOf('did-not-run', 'not-run'));
    expect(await progress()).toEqual(before);
  });
  it('leaves the first verdict and shows the later ones beside it, newest first', async () => {
    const id = await graded(half);
    await again(id, resultOf('failed', 'failed', 'failed'));
    await again(id, passed);
    const shown = await readSubmission(id);
    expect(shown).toMatchObject({ state: 'graded', result: { verdict: 'failed' }, regradings: [{ result: { verdict: 'passed' } }, { result: { verdict: 'failed' } }] });
    expect(await db().submission.findUnique({ where: { id } })).toMatchObject({ verdict: 'failed', contentHash: exercise.contentHash });
  });
  it('goes with its learner, and does nothing for a submission that is gone', async () => {
    const id = await graded(half);
    await again(id, passed);
    await db().user.delete({ where: { id: learnerId } });
    expect(await db().regrading.count({ where: { submissionId: id } })).toBe(0);
    expect(await again(id, passed)).toBe(false);
  });
});

describe('a receipt', () => {
  it('says what the verdict rests on, and keeps the seed from the learner', async () => {
    const { receipt } = await readSubmission(await graded(half));
    expect(receipt).toEqual({
      gradedAt: expect.any(String), contentHash: exercise.contentHash, changedSince: false, imageHash: 'image', engine: 'docker', seed: null, reused: false, phases: { queue: 1, load: 2 },
    });
  });
  it('tells a result that was taken over', async () => {
    const { receipt } = await readSubmission(await graded({ ...half, phases: { queue: 1, reused: 0.4 } }));
    expect(receipt).toMatchObject({ reused: true, phases: { queue: 1 } });
  });
});

describe('the programs handed in for an exercise', () => {
  it('are listed once each, the latest first, with all their submissions and learners', async () => {
    const other = (await db().user.create({ data: { guest: true } })).id;
    const first = await graded(half);
    const own = await graded(passed, { code: 'y = 1' });
    const copy = await graded(half, { code: 'x = 1\r\n\r\n', by: other });
    await graded(resultOf('grader-fault'), { code: 'z = 1' });
    const { programs, total, submissions } = await listPrograms({ exerciseId: exercise.id, limit: 10 });
    expect({ total, submissions }).toEqual({ total: 2, submissions: 3 });
    expect(programs.map(({ latestId }) => latestId)).toEqual([copy, own]);
    expect(programs[0]?.submissionIds.toSorted()).toEqual([first, copy].toSorted());
    expect(programs[0]?.learnerIds.toSorted()).toEqual([learnerId, other].toSorted());
    expect(await listPrograms({ exerciseId: exercise.id, limit: 1 })).toMatchObject({ programs: [{ latestId: copy }], total: 2 });
  });
  it('are none for an exercise that nobody tried', async () => {
    expect(await listPrograms({ exerciseId: 'none', limit: 1 })).toEqual({ programs: [], total: 0, submissions: 0 });
  });
});
