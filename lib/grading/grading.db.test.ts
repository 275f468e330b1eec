import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { Exercise } from '@/lib/content/schema';
import { db } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { getActivity } from '@/lib/progress/data';
import { readGradingStatus } from './data';
import { halfPass, sandbox } from './internal/testing/fake-sandbox';
import { code, hand, newLearner, own, world, prepareWorld } from './internal/testing/world';
import { enqueueForgotten, finishSubmission, regrade } from './mutations';
import { submissionRequest } from './schema';
import { readEarlierSubmissions, readOwnSubmission, readSolution, requireAcceptable, startGraders, stopGraders, submitForm, waitForVerdict } from './service';

// What the sandbox answers is given here; that it runs Python is tested where it lives. Everything else is real.
vi.mock('./internal/sandbox', () => import('./internal/testing/fake-sandbox'));

prepareWorld();

describe('submit', () => {
  it('makes one submission of a double click, and tells which call made it', async () => {
    const idempotencyKey = randomUUID();
    const made = await Promise.all(Array.from({ length: 5 }, () => hand({ idempotencyKey })));
    expect(new Set(made.map((one) => one.submissionId)).size).toBe(1);
    expect(made.filter((one) => one.created)).toHaveLength(1);
    expect(await db().submission.count({ where: { learnerId: world.learnerId } })).toBe(1);
  });
  it('keeps the same key of two learners apart', async () => {
    const idempotencyKey = randomUUID();
    const first = await hand({ idempotencyKey });
    const second = await hand({ idempotencyKey, learnerId: await newLearner() });
    expect(second).toMatchObject({ created: true });
    expect(second.submissionId).not.toBe(first.submissionId);
  });
  it('refuses more than 64 KB with the limit, nothing at all, and an exercise that is not there', async () => {
    await expect(hand({ code: 'é'.repeat(40_000) })).rejects.toMatchObject({ status: 413, message: expect.stringContaining('64 KB') });
    await expect(hand({ code: ' \n' })).rejects.toMatchObject({ status: 400 });
    await expect(hand({ exerciseId: 'gone' })).rejects.toMatchObject({ status: 404 });
  });
  it('slows down programs, and lets a retry of a stored submission through', async () => {
    const idempotencyKey = randomUUID();
    await hand({ idempotencyKey });
    for (let index = 1; index < 30; index += 1) await hand();
    await expect(hand()).rejects.toMatchObject({ status: 429, retryAfter: expect.any(Number) });
    await expect(hand({ idempotencyKey })).resolves.toMatchObject({ created: false });
  });
  it('finds the submission a form without scripts made a moment ago', async () => {
    const form = { learnerId: world.learnerId, exerciseId: world.exercise.id, code };
    const first = await submitForm(form);
    expect(await submitForm(form)).toBe(first);
    expect(await submitForm({ ...form, code: 'x = 2' })).not.toBe(first);
  });
  it('makes one submission of two clicks on such a form, also around the edge of a stretch of time', async () => {
    const form = { learnerId: world.learnerId, exerciseId: world.exercise.id, code };
    const made = await Promise.all(Array.from({ length: 5 }, () => submitForm(form)));
    expect(new Set(made).size).toBe(1);
    const now = Date.now();
    const before = await submitForm({ ...form, code: 'x = 3', now });
    expect(await submitForm({ ...form, code: 'x = 3', now: now + 10_000 })).toBe(before);
    expect(await submitForm({ ...form, code: 'x = 3', now: now + 30_000 })).not.toBe(before);
  });
  it('does not take the key of another exercise for this one', async () => {
    const idempotencyKey = randomUUID();
    const other = world.exercises[1] as Exercise;
    await hand({ idempotencyKey });
    await expect(hand({ idempotencyKey, exerciseId: other.id })).rejects.toMatchObject({ status: 400 });
    const racing = await Promise.allSettled([world.exercise, other].map(({ id }) => hand({ idempotencyKey: `racing-${idempotencyKey}`, exerciseId: id })));
    expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  it('refuses a NUL character wherever it stands', async () => {
    const body = { exerciseId: world.exercise.id, code, idempotencyKey: randomUUID() };
    expect(submissionRequest.safeParse(body).success).toBe(true);
    expect(submissionRequest.safeParse({ ...body, idempotencyKey: 'a key with \0 in it' }).success).toBe(false);
    expect(submissionRequest.safeParse({ ...body, exerciseId: 'a\0b' }).success).toBe(false);
    await expect(submitForm({ learnerId: world.learnerId, exerciseId: world.exercise.id, code: 'x = "\0"' })).rejects.toMatchObject({ status: 400 });
    await expect(readOwnSubmission({ submissionId: '\0', learnerId: world.learnerId })).rejects.toMatchObject({ status: 404 });
  });
  it('knows what it would refuse before anybody is made a guest', async () => {
    await expect(requireAcceptable({ exerciseId: world.exercise.id, code })).resolves.toBeUndefined();
    await expect(requireAcceptable({ exerciseId: 'gone', code })).rejects.toMatchObject({ status: 404 });
    await expect(requireAcceptable({ exerciseId: world.exercise.id, code: ' ' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('grading', () => {
  it('answers whoever waits, stores the verdict and the progress', async () => {
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(await own(submissionId)).toMatchObject({ state: 'graded', queuePosition: null, result: { verdict: 'passed' }, solutionOpen: true });
    expect(await getActivity({ learnerId: world.learnerId, activityId: world.exercise.id })).toMatchObject({ passed: true, attempts: 1, bestScore: 1 });
  });
  it('keeps what is handed in while no sandbox works, says so, and grades it once one does', async () => {
    sandbox.open = false;
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 100)).toBe(false);
    expect(await own(submissionId)).toMatchObject({ state: 'paused', result: null });
    sandbox.open = true;
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
  });
  it('does not lose a submission when the sandbox closes under it', async () => {
    sandbox.answers = ['closed'];
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(await db().submission.findUnique({ where: { id: submissionId } })).toMatchObject({ verdict: 'passed', tries: 1 });
  });
  it('tries again after a fault of its own', async () => {
    sandbox.answers = [{ outcome: 'grader-fault' }];
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(await own(submissionId)).toMatchObject({ result: { verdict: 'passed' } });
    expect(sandbox.graded).toBe(2);
  });
  it('logs a fault cut short: it can quote what a learner wrote', async () => {
    const logged = vi.spyOn(log, 'error');
    sandbox.answers = [{ outcome: 'grader-fault', fault: 'x'.repeat(5000) }];
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    const faults = logged.mock.calls.map(([fields]) => (fields as unknown as { fault?: string }).fault ?? '').filter(Boolean);
    logged.mockRestore();
    expect(faults.map((fault) => fault.length)).toEqual([300]);
  });
  it('tells a lasting fault without progress or attempt, and can grade again', { timeout: 40_000 }, async () => {
    sandbox.answers = [{ outcome: 'grader-fault' }, { outcome: 'grader-fault' }, { outcome: 'grader-fault' }];
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 30_000)).toBe(true);
    expect(await own(submissionId)).toMatchObject({ state: 'graded', result: { verdict: 'grader-fault' } });
    expect(await getActivity({ learnerId: world.learnerId, activityId: world.exercise.id })).toBeNull();
    expect(await regrade(submissionId)).toBe(true);
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(await own(submissionId)).toMatchObject({ result: { verdict: 'passed' } });
    expect(await regrade(submissionId)).toBe(false);
  });
  it('counts a submission once when two graders finish it', async () => {
    const { submissionId } = await hand();
    const row = await db().submission.findUniqueOrThrow({ where: { id: submissionId } });
    const result = { verdict: 'passed' as const, summary: '', checks: [], hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, mistake: null, seed: row.seed, imageHash: '', engine: '', usage: null, phases: {} };
    const finish = () => finishSubmission({ submissionId, kind: 'exercise', result });
    expect((await Promise.all([finish(), finish(), finish()])).filter(Boolean)).toHaveLength(1);
    expect(await getActivity({ learnerId: world.learnerId, activityId: world.exercise.id })).toMatchObject({ attempts: 1 });
  });
  it('takes over at once what is stored but in no queue', async () => {
    const { submissionId } = await hand();
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`grade:${submissionId}`}`;
    expect(await enqueueForgotten()).toBe(1);
    expect(await enqueueForgotten()).toBe(0);
  });
  it('takes over the job of a grader that died within 30 seconds', { timeout: 40_000 }, async () => {
    const { submissionId } = await hand();
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-dead', attempts = 1 WHERE key = ${`grade:${submissionId}`}`;
    await startGraders({ always: true });
    expect(await waitForVerdict(submissionId, 30_000)).toBe(true);
  });
  it('counts its live workers, and none once they stopped', async () => {
    await startGraders({ always: true });
    // two slots and one slow slot: seven workers in the fast lane, one in the slow lane
    await vi.waitFor(async () => expect((await readGradingStatus()).workers).toBe(8), 5000);
    await stopGraders();
    expect((await readGradingStatus()).workers).toBe(0);
  });
});

describe('guests who have not been here for a year', () => {
  it('are deleted by a daily job of the queue', async () => {
    const learner = await db().user.create({ data: { guest: true, createdAt: new Date(Date.now() - 367 * 24 * 3600_000) } });
    await startGraders({ always: true });
    await vi.waitFor(async () => {
      const known = await db().$queryRaw<{ identifier: string }[]>`SELECT identifier FROM graphile_worker._private_known_crontabs`;
      expect(known.map(({ identifier }) => identifier)).toContain('delete-idle-guests');
    }, 5000);
    await db().$executeRaw`SELECT graphile_worker.add_job('delete-idle-guests')`;
    await vi.waitFor(async () => expect(await db().user.findUnique({ where: { id: learner.id } })).toBeNull(), 5000);
    expect(await db().user.findUnique({ where: { id: world.learnerId } })).not.toBeNull();
  });
});

describe('what others may see', () => {
  it('tells strangers that a submission does not exist', async () => {
    const { submissionId } = await hand();
    await expect(readOwnSubmission({ submissionId, learnerId: await newLearner() })).rejects.toMatchObject({ status: 404 });
    await expect(readOwnSubmission({ submissionId: 'none', learnerId: world.learnerId })).rejects.toMatchObject({ status: 404 });
  });
  it("lists a learner's own earlier submissions, newest first", async () => {
    await hand({ code: 'first = 1' });
    await hand({ code: 'second = 2' });
    const list = await readEarlierSubmissions({ learnerId: world.learnerId, exerciseId: world.exercise.id });
    expect(list.map((one) => one.code)).toEqual(['second = 2', 'first = 1']);
    expect(await readEarlierSubmissions({ learnerId: await newLearner(), exerciseId: world.exercise.id })).toEqual([]);
  });
  it('keeps the solution until it is earned', async () => {
    const look = () => readSolution({ learnerId: world.learnerId, exerciseId: world.exercise.id });
    sandbox.answers = Array.from({ length: 3 }, () => halfPass);
    await startGraders({ always: true });
    await expect(readSolution({ learnerId: null, exerciseId: world.exercise.id })).rejects.toMatchObject({ status: 403 });
    for (const attempt of ['a = 1', 'a = 2', 'a = 3']) {
      await expect(look()).rejects.toMatchObject({ status: 403 });
      await waitForVerdict((await hand({ code: attempt })).submissionId, 10_000);
    }
    expect((await look()).code).toContain('app');
  });
});
