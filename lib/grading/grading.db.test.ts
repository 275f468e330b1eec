import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCourses } from '@/lib/content/data';
import type { Exercise } from '@/lib/content/schema';
import { closeDb, db } from '@/lib/platform/db';
import { unavailable } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { closeNotifications } from '@/lib/platform/notifications';
import { prepareQueue } from '@/lib/platform/queue';
import { getActivity } from '@/lib/progress/data';
import { readGradingStatus } from './data';
import { Postponed } from './internal/sandbox-container';
import { enqueueForgotten, finishSubmission, regrade } from './mutations';
import { type GradingResult, type SandboxResult, submissionRequest } from './schema';
import { holdForVerdict, readEarlierSubmissions, readOwnSubmission, readSolution, requireAcceptable, startGraders, stopGraders, submit, submitForm, waitForVerdict } from './service';

// What the sandbox answers is given here; that it runs Python is tested where it lives. Everything else is real.
const sandbox = vi.hoisted(() => ({ open: true, answers: [] as ('closed' | 'postponed' | Partial<SandboxResult>)[], graded: 0, lanes: [] as string[] }));
vi.mock('./internal/sandbox', () => ({ getSandbox: () => fakeSandbox }));

const ok = { message: '', expected: null, actual: null, output: '', error: null };
const allPass: Partial<SandboxResult> = { checks: [{ name: 'one', status: 'passed', ...ok }] };
const halfPass: Partial<SandboxResult> = { checks: [{ name: 'one', status: 'passed', ...ok }, { name: 'two', status: 'failed', ...ok, message: 'It did not.' }] };
const fakeSandbox = {
  grade: async ({ seed }: { seed: number }, { lane = '' }: { lane?: string } = {}): Promise<SandboxResult> => {
    sandbox.lanes.push(lane);
    const answer = sandbox.answers.shift() ?? allPass;
    if (answer === 'closed') throw unavailable('closed');
    if (answer === 'postponed') throw new Postponed('to make room');
    sandbox.graded += 1;
    return { outcome: 'ran', checks: [], stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, fault: null, seed, imageHash: 'image', engine: 'bubblewrap', usage: null, phases: {}, ...answer };
  },
  status: () => ({ open: sandbox.open, slots: 2, slowSlots: 1, reason: null }),
  start: async () => {},
  close: async () => {},
};

let exercise: Exercise;
let exercises: Exercise[];
let learnerId: string;
const code = 'x = 1';
const hand = (more: Partial<Parameters<typeof submit>[0]> = {}) => submit({ learnerId, exerciseId: exercise.id, code, idempotencyKey: randomUUID(), ...more });
const own = (submissionId: string) => readOwnSubmission({ submissionId, learnerId });
const newLearner = async () => (await db().user.create({ data: { guest: true } })).id;

beforeAll(async () => {
  await prepareQueue();
  const lessons = (await listCourses()).flatMap((course) => course.modules.flatMap((module) => module.lessons));
  exercises = lessons.flatMap((lesson) => lesson.exercises);
  exercise = exercises[0] as Exercise;
});
beforeEach(async () => {
  // What an earlier test left waiting would eat this one's answers.
  await db().submission.deleteMany();
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  learnerId = await newLearner();
  Object.assign(sandbox, { open: true, answers: [], graded: 0, lanes: [] });
});
afterEach(stopGraders);
afterAll(async () => {
  await closeNotifications();
  await closeDb();
});

describe('submit', () => {
  it('makes one submission of a double click, and tells which call made it', async () => {
    const idempotencyKey = randomUUID();
    const made = await Promise.all(Array.from({ length: 5 }, () => hand({ idempotencyKey })));
    expect(new Set(made.map((one) => one.submissionId)).size).toBe(1);
    expect(made.filter((one) => one.created)).toHaveLength(1);
    expect(await db().submission.count({ where: { learnerId } })).toBe(1);
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
    const form = { learnerId, exerciseId: exercise.id, code };
    const first = await submitForm(form);
    expect(await submitForm(form)).toBe(first);
    expect(await submitForm({ ...form, code: 'x = 2' })).not.toBe(first);
  });
  it('makes one submission of two clicks on such a form, also around the edge of a stretch of time', async () => {
    const form = { learnerId, exerciseId: exercise.id, code };
    const made = await Promise.all(Array.from({ length: 5 }, () => submitForm(form)));
    expect(new Set(made).size).toBe(1);
    const now = Date.now();
    const before = await submitForm({ ...form, code: 'x = 3', now });
    expect(await submitForm({ ...form, code: 'x = 3', now: now + 10_000 })).toBe(before);
    expect(await submitForm({ ...form, code: 'x = 3', now: now + 30_000 })).not.toBe(before);
  });
  it('does not take the key of another exercise for this one', async () => {
    const idempotencyKey = randomUUID();
    const other = exercises[1] as Exercise;
    await hand({ idempotencyKey });
    await expect(hand({ idempotencyKey, exerciseId: other.id })).rejects.toMatchObject({ status: 400 });
    const racing = await Promise.allSettled([exercise, other].map(({ id }) => hand({ idempotencyKey: `racing-${idempotencyKey}`, exerciseId: id })));
    expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  it('refuses a NUL character wherever it stands', async () => {
    const body = { exerciseId: exercise.id, code, idempotencyKey: randomUUID() };
    expect(submissionRequest.safeParse(body).success).toBe(true);
    expect(submissionRequest.safeParse({ ...body, idempotencyKey: 'a key with \0 in it' }).success).toBe(false);
    expect(submissionRequest.safeParse({ ...body, exerciseId: 'a\0b' }).success).toBe(false);
    await expect(submitForm({ learnerId, exerciseId: exercise.id, code: 'x = "\0"' })).rejects.toMatchObject({ status: 400 });
    await expect(readOwnSubmission({ submissionId: '\0', learnerId })).rejects.toMatchObject({ status: 404 });
  });
  it('knows what it would refuse before anybody is made a guest', async () => {
    await expect(requireAcceptable({ exerciseId: exercise.id, code })).resolves.toBeUndefined();
    await expect(requireAcceptable({ exerciseId: 'gone', code })).rejects.toMatchObject({ status: 404 });
    await expect(requireAcceptable({ exerciseId: exercise.id, code: ' ' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('grading', () => {
  it('answers whoever waits, stores the verdict and the progress', async () => {
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(await own(submissionId)).toMatchObject({ state: 'graded', queuePosition: null, result: { verdict: 'passed' }, solutionOpen: true });
    expect(await getActivity({ learnerId, activityId: exercise.id })).toMatchObject({ passed: true, attempts: 1, bestScore: 1 });
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
    expect(await getActivity({ learnerId, activityId: exercise.id })).toBeNull();
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
    expect(await getActivity({ learnerId, activityId: exercise.id })).toMatchObject({ attempts: 1 });
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

describe('turns', () => {
  const jobs = () => db().$queryRaw<{ submissionId: string; task: string; priority: number }[]>`
    SELECT substr(key, 7) AS "submissionId", task_identifier AS task, priority::int FROM graphile_worker.jobs ORDER BY priority, run_at, id`;
  const finish = (submissionId: string, more: Partial<GradingResult>) =>
    finishSubmission({ submissionId, kind: 'exercise', result: { verdict: 'passed', summary: '', checks: [], hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, mistake: null, seed: 1, imageHash: '', engine: '', usage: null, phases: {}, ...more } });
  const graded = async (verdict: GradingResult['verdict'], ago = 0) => {
    const { submissionId } = await hand();
    await finish(submissionId, { verdict });
    await db().submission.update({ where: { id: submissionId }, data: { finishedAt: new Date(Date.now() - ago) } });
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`grade:${submissionId}`}`;
  };

  it('go round among learners, however many somebody hands in at once', async () => {
    const [second, third] = [await newLearner(), await newLearner()];
    const mine = [await hand(), await hand(), await hand()];
    const theirs = [await hand({ learnerId: second }), await hand({ learnerId: second }), await hand({ learnerId: third })];
    const order = [mine[0], theirs[0], theirs[2], mine[1], theirs[1], mine[2]].map((one) => one?.submissionId);
    expect((await jobs()).map(({ submissionId }) => submissionId)).toEqual(order);
  });
  it('are kept for work that was in no queue', async () => {
    const mine = [await hand(), await hand()];
    const theirs = await hand({ learnerId: await newLearner() });
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await enqueueForgotten()).toBe(3);
    expect((await jobs()).map(({ priority }) => priority)).toEqual([0, 0, 1]);
    expect((await jobs()).at(-1)?.submissionId).toBe(mine[1]?.submissionId);
    expect((await jobs()).map(({ submissionId }) => submissionId)).toContain(theirs.submissionId);
  });
  it('move to the slow lane after two over a limit, until one is not or ten minutes have passed', async () => {
    const lane = async () => {
      const { submissionId } = await hand();
      const job = (await jobs()).find((one) => one.submissionId === submissionId);
      await db().submission.delete({ where: { id: submissionId } });
      return job?.task;
    };
    await graded('over-limit');
    expect(await lane()).toBe('grade-submission');
    await graded('over-limit');
    expect(await lane()).toBe('grade-slow-submission');
    await graded('failed');
    expect(await lane()).toBe('grade-submission');
    learnerId = await newLearner();
    await graded('over-limit', 11 * 60_000);
    await graded('over-limit', 11 * 60_000);
    expect(await lane()).toBe('grade-submission');
  });
  it('that take too long are postponed to the slow lane, without losing a try or counting one', async () => {
    sandbox.answers = ['postponed'];
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(sandbox.lanes).toEqual(['fast', 'slow']);
    expect(await db().submission.findUnique({ where: { id: submissionId } })).toMatchObject({ verdict: 'passed', tries: 1, postponedAt: expect.any(Date) });
    expect(await getActivity({ learnerId, activityId: exercise.id })).toMatchObject({ attempts: 1 });
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), 5000);
  });
  it('whose time ran out while a busy machine gave them none are not blamed for it, once', async () => {
    const starved = { outcome: 'over-limit' as const, limit: 'time' as const, usage: { cpuMs: 40, wallMs: 5000, peakMemoryKb: 1, outputBytes: 0 } };
    const load = vi.spyOn(os, 'loadavg').mockReturnValue([64 * os.availableParallelism(), 0, 0]);
    sandbox.answers = [starved, starved];
    await startGraders({ always: true });
    const { submissionId } = await hand();
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(sandbox.lanes).toEqual(['fast', 'slow']);
    expect(await own(submissionId)).toMatchObject({ result: { verdict: 'over-limit' } });
    load.mockReturnValue([0, 0, 0]);
    sandbox.answers = [starved];
    await waitForVerdict((await hand()).submissionId, 10_000);
    expect(sandbox.lanes).toEqual(['fast', 'slow', 'fast']);
    load.mockRestore();
  });
  it('in the slow lane are taken over too when their grader dies, and stay there when graded again', { timeout: 40_000 }, async () => {
    await graded('over-limit');
    await graded('over-limit');
    sandbox.answers = [{ outcome: 'grader-fault' }];
    const { submissionId } = await hand();
    await db().submission.update({ where: { id: submissionId }, data: { tries: 2 } });
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-dead', attempts = 1 WHERE key = ${`grade:${submissionId}`}`;
    await startGraders({ always: true });
    expect(await waitForVerdict(submissionId, 30_000)).toBe(true);
    expect(await regrade(submissionId)).toBe(true);
    expect(await waitForVerdict(submissionId, 10_000)).toBe(true);
    expect(sandbox.lanes).toEqual(['slow', 'slow']);
  });
});

describe('the wait', () => {
  it('costs one look for all who wait', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await hand({ learnerId: await newLearner() })).submissionId));
    const waits = ids.map((id) => waitForVerdict(id, 10_000));
    const looked = vi.spyOn(db(), '$queryRaw');
    // no news of it: as if the notification got lost
    await db().submission.updateMany({ where: { id: { in: ids } }, data: { finishedAt: new Date() } });
    expect(await Promise.all(waits)).toEqual(ids.map(() => true));
    expect(looked.mock.calls.length).toBeLessThanOrEqual(2);
    looked.mockRestore();
  });
  it('ends at once for an answer that is held, while nothing can grade', async () => {
    const { submissionId } = await hand();
    const began = Date.now();
    await holdForVerdict(submissionId, 10_000);
    expect(Date.now() - began).toBeLessThan(3000);
    expect(await own(submissionId)).toMatchObject({ state: 'paused' });
  });
  it('tells what stands before, and how long that takes, by what was graded lately', async () => {
    await db().$executeRaw`INSERT INTO "WorkerHeartbeat" ("workerId", "at") VALUES ('worker-of-this-test', now())`;
    const waiting = [await hand(), await hand({ learnerId: await newLearner() }), await hand({ learnerId: await newLearner() })];
    const third = await db().submission.findUniqueOrThrow({ where: { id: waiting[2]?.submissionId ?? '' } });
    const look = () => readOwnSubmission({ submissionId: third.id, learnerId: third.learnerId });
    expect(await look()).toMatchObject({ state: 'queued', queuePosition: 3, queueSeconds: null, pollAfterMs: 400 });
    const finished = await hand();
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`grade:${finished.submissionId}`}`;
    await db().submission.update({ where: { id: finished.submissionId }, data: { startedAt: new Date(Date.now() - 4000), finishedAt: new Date() } });
    expect(await look()).toMatchObject({ queuePosition: 3, queueSeconds: 12, pollAfterMs: 13_200 });
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-of-this-test' WHERE key = ${`grade:${waiting[0]?.submissionId}`}`;
    expect(await look()).toMatchObject({ queuePosition: 2, queueSeconds: 8 });
    await db().$executeRaw`DELETE FROM "WorkerHeartbeat" WHERE "workerId" = 'worker-of-this-test'`;
    expect(await look()).toMatchObject({ state: 'paused', queuePosition: 2, queueSeconds: null, pollAfterMs: 5000 });
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
    expect(await db().user.findUnique({ where: { id: learnerId } })).not.toBeNull();
  });
});

describe('what others may see', () => {
  it('tells strangers that a submission does not exist', async () => {
    const { submissionId } = await hand();
    await expect(readOwnSubmission({ submissionId, learnerId: await newLearner() })).rejects.toMatchObject({ status: 404 });
    await expect(readOwnSubmission({ submissionId: 'none', learnerId })).rejects.toMatchObject({ status: 404 });
  });
  it("lists a learner's own earlier submissions, newest first", async () => {
    await hand({ code: 'first = 1' });
    await hand({ code: 'second = 2' });
    const list = await readEarlierSubmissions({ learnerId, exerciseId: exercise.id });
    expect(list.map((one) => one.code)).toEqual(['second = 2', 'first = 1']);
    expect(await readEarlierSubmissions({ learnerId: await newLearner(), exerciseId: exercise.id })).toEqual([]);
  });
  it('keeps the solution until it is earned', async () => {
    const look = () => readSolution({ learnerId, exerciseId: exercise.id });
    sandbox.answers = Array.from({ length: 3 }, () => halfPass);
    await startGraders({ always: true });
    await expect(readSolution({ learnerId: null, exerciseId: exercise.id })).rejects.toMatchObject({ status: 403 });
    for (const attempt of ['a = 1', 'a = 2', 'a = 3']) {
      await expect(look()).rejects.toMatchObject({ status: 403 });
      await waitForVerdict((await hand({ code: attempt })).submissionId, 10_000);
    }
    expect((await look()).code).toContain('app');
  });
});
