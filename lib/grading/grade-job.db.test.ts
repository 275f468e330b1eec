import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { surveyExercises } from '@/lib/content/answer-key';
import type { Exercise } from '@/lib/content/schema';
import { closeDb, db } from '@/lib/platform/db';
import { closeNotifications } from '@/lib/platform/notifications';
import { prepareQueue } from '@/lib/platform/queue';
import { gradeJob } from './internal/grade-job';
import { Postponed } from './internal/sandbox-container';
import { finishSubmission } from './mutations';
import { resultOfFault } from './rules';
import type { SandboxResult } from './schema';
import { submit } from './service';

// What the sandbox answers is given here; everything else is real.
const sandbox = vi.hoisted(() => ({ answer: {} as Partial<SandboxResult> | 'postponed', graded: 0 }));
vi.mock('./internal/sandbox', () => ({ getSandbox: () => fakeSandbox }));
const fakeSandbox = {
  grade: async ({ seed }: { seed: number }): Promise<SandboxResult> => {
    sandbox.graded += 1;
    if (sandbox.answer === 'postponed') throw new Postponed('to make room');
    const nothing = { checks: [], stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, fault: null, usage: null, phases: {} };
    return { outcome: 'grader-fault', ...nothing, seed, imageHash: 'image', engine: 'docker', ...sandbox.answer };
  },
  status: () => ({ open: true, imageHash: 'image' }),
};

let exercise: Exercise;
let learnerId: string;
const newLearner = async () => (await db().user.create({ data: { guest: true } })).id;
const hand = async (more: { learnerId?: string } = {}) => (await submit({ learnerId, exerciseId: exercise.id, code: `x = '${randomUUID()}'\n`, idempotencyKey: randomUUID(), ...more })).submissionId;
const rowOf = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  await prepareQueue();
  const { keys } = await surveyExercises();
  exercise = (keys.find((key) => key.exercise.kind === 'challenge') as (typeof keys)[number]).exercise;
});
beforeEach(async () => {
  await db().submission.deleteMany();
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  learnerId = await newLearner();
  Object.assign(sandbox, { answer: {}, graded: 0 });
});
afterAll(async () => {
  await closeNotifications();
  await closeDb();
});

describe('a fault', () => {
  it('of the author is told at once: trying again would find it again', async () => {
    sandbox.answer = { fault: "checks.py, line 3: NameError: name 'clint' is not defined", byAuthor: true };
    const id = await hand();
    await gradeJob({ submissionId: id });
    expect(await rowOf(id)).toMatchObject({ verdict: 'grader_fault', tries: 1 });
  });
  it('that may pass is tried again', async () => {
    const id = await hand();
    await expect(gradeJob({ submissionId: id })).rejects.toThrow('grader fault, try 1');
    expect(await rowOf(id)).toMatchObject({ verdict: null, tries: 1 });
  });
  it('of an exercise that can no longer be read does not wait for ever', async () => {
    const id = await hand();
    await db().submission.update({ where: { id }, data: { exerciseId: 'gone', contentHash: 'never-kept' } });
    await gradeJob({ submissionId: id });
    expect(await rowOf(id)).toMatchObject({ verdict: 'grader_fault' });
    expect(sandbox.graded).toBe(0);
  });
});

it('a verdict is stored with the version that gave it, even when the row was meant for another meanwhile', async () => {
  const id = await hand();
  await db().submission.update({ where: { id }, data: { contentHash: 'newer' } });
  await finishSubmission({ submissionId: id, kind: 'challenge', contentHash: 'older', result: resultOfFault(1) });
  expect(await rowOf(id)).toMatchObject({ contentHash: 'older', verdict: 'grader_fault' });
});

it('in the slow lane learners take turns, too', async () => {
  const other = await newLearner();
  sandbox.answer = 'postponed';
  const many = [await hand(), await hand(), await hand()];
  const one = await hand({ learnerId: other });
  for (const submissionId of [...many, one]) await gradeJob({ submissionId });
  const jobs = await db().$queryRaw<{ key: string; priority: number }[]>`SELECT key, priority FROM graphile_worker.jobs WHERE task_identifier = 'grade-slow-submission' ORDER BY priority, id`;
  const turns = jobs.map(({ key, priority }) => [key.replace('grade:', ''), priority]);
  expect(turns).toEqual([[many[0], 0], [one, 0], [many[1], 1], [many[2], 2]]);
});
