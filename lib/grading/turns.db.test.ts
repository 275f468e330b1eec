import os from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/platform/db';
import { getActivity } from '@/lib/progress/data';
import { sandbox } from './internal/testing/fake-sandbox';
import { hand, newLearner, own, world, prepareWorld } from './internal/testing/world';
import { enqueueForgotten, finishSubmission, regrade } from './mutations';
import { type GradingResult } from './schema';
import { holdForVerdict, readOwnSubmission, startGraders, waitForVerdict } from './service';

// What the sandbox answers is given here; that it runs Python is tested where it lives. Everything else is real.
vi.mock('./internal/sandbox', () => import('./internal/testing/fake-sandbox'));

prepareWorld();

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
    world.learnerId = await newLearner();
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
    expect(await getActivity({ learnerId: world.learnerId, activityId: world.exercise.id })).toMatchObject({ attempts: 1 });
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
    expect(await look()).toMatchObject({ queuePosition: 3, queueSeconds: 12, pollAfterMs: 8000 });
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-of-this-test' WHERE key = ${`grade:${waiting[0]?.submissionId}`}`;
    expect(await look()).toMatchObject({ queuePosition: 2, queueSeconds: 8 });
    await db().$executeRaw`DELETE FROM "WorkerHeartbeat" WHERE "workerId" = 'worker-of-this-test'`;
    expect(await look()).toMatchObject({ state: 'paused', queuePosition: 2, queueSeconds: null, pollAfterMs: 5000 });
  });
});
