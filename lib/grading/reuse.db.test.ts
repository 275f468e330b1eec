import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { surveyExercises } from '@/lib/content/answer-key';
import type { ExerciseKey } from '@/lib/content/schema';
import { closeDb, db } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { closeNotifications } from '@/lib/platform/notifications';
import { prepareQueue } from '@/lib/platform/queue';
import { getActivity } from '@/lib/progress/data';
import { findVersion } from './data';
import { gradeJob } from './internal/grade-job';
import type { SandboxResult } from './schema';
import { readOwnSubmission, regradeOwnSubmission, submit } from './service';

// What the sandbox answers and what is deployed are given here; the rest is real.
const sandbox = vi.hoisted(() => ({ imageHash: 'image', answer: {} as Partial<SandboxResult>, jobs: [] as { checks: string; seed: number }[] }));
vi.mock('./internal/sandbox', () => ({ getSandbox: () => fakeSandbox }));
const fakeSandbox = {
  grade: async (job: { checks: string; seed: number }): Promise<SandboxResult> => {
    sandbox.jobs.push(job);
    const ran = { outcome: 'ran' as const, checks: [check('passed')], stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, fault: null, engine: 'docker', usage: null, phases: { load: 1 } };
    return { ...ran, seed: job.seed, imageHash: sandbox.imageHash, ...sandbox.answer };
  },
  status: () => ({ open: true, imageHash: sandbox.imageHash }),
};
const deployed = vi.hoisted(() => ({ key: null as ExerciseKey | null }));
vi.mock('@/lib/content/answer-key', async (original) => ({
  ...(await original<object>()),
  findExerciseKey: async () => deployed.key,
  requireExerciseKey: async () => deployed.key ?? Promise.reject(notFound('There is no such exercise.')),
}));

const check = (status: 'passed' | 'failed') => ({ name: 'one', status, message: status === 'failed' ? 'It did not.' : '', expected: null, actual: null, output: '', error: null });
const code = 'x = 1\n';
let original: ExerciseKey;
let learnerId: string;
const newLearner = async () => (await db().user.create({ data: { guest: true } })).id;
const hand = async (more: { learnerId?: string; code?: string } = {}) => (await submit({ learnerId, exerciseId: original.exercise.id, code, idempotencyKey: randomUUID(), ...more })).submissionId;
const rowOf = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });
const graded = async (more: Parameters<typeof hand>[0] = {}) => {
  const submissionId = await hand(more);
  await gradeJob({ submissionId }).catch(() => {}); // a fault is thrown for the queue
  return rowOf(submissionId);
};
const redeploy = (change: Partial<ExerciseKey>) => (deployed.key = { ...original, ...change, exercise: { ...original.exercise, ...change.exercise } });
const withHash = (contentHash: string) => ({ ...original.exercise, contentHash });

beforeAll(async () => {
  await prepareQueue();
  const { keys } = await surveyExercises();
  original = keys.find((key) => key.exercise.kind === 'challenge' && key.exercise.hints[0]) as ExerciseKey;
});
beforeEach(async () => {
  await db().submission.deleteMany();
  learnerId = await newLearner();
  deployed.key = original;
  Object.assign(sandbox, { imageHash: 'image', answer: {}, jobs: [] });
});
afterAll(async () => {
  await closeNotifications();
  await closeDb();
});

describe('the version of the exercise', () => {
  it('is kept as it was, to be read again', async () => {
    await hand();
    expect(await findVersion(original.exercise.contentHash)).toEqual(JSON.parse(JSON.stringify(original)));
  });
  it('that work was handed in for grades it, whatever is deployed while it waits', async () => {
    const submissionId = await hand();
    redeploy({ checks: 'others', exercise: withHash('another') });
    await gradeJob({ submissionId });
    expect(sandbox.jobs.map(({ checks }) => checks)).toEqual([original.checks]);
    expect(await rowOf(submissionId)).toMatchObject({ verdict: 'passed', contentHash: original.exercise.contentHash });
  });
  it('outlives the exercise: its submissions are graded and can be read', async () => {
    const submissionId = await hand();
    deployed.key = null;
    await gradeJob({ submissionId });
    expect(await readOwnSubmission({ submissionId, learnerId })).toMatchObject({ result: { verdict: 'passed' } });
  });
  it('gives its hints as they are worded now while its content is the same', async () => {
    const submissionId = await hand();
    redeploy({ checkHints: { one: 'new' }, exercise: { ...original.exercise, hints: [{ id: 'new', text: 'Better words.' }] } });
    sandbox.answer = { checks: [check('failed')] };
    await gradeJob({ submissionId });
    expect((await rowOf(submissionId)).result).toMatchObject({ checks: [{ hint: 'Better words.' }] });
  });
  it('is the one of now for what ended in a fault of ours: the fault may have been in its checks', async () => {
    const submissionId = await hand();
    await db().submission.update({ where: { id: submissionId }, data: { verdict: 'grader_fault', finishedAt: new Date() } });
    redeploy({ checks: 'mended', exercise: withHash(`mended-${submissionId}`) });
    await regradeOwnSubmission({ submissionId, learnerId });
    await gradeJob({ submissionId });
    expect(sandbox.jobs.map(({ checks }) => checks)).toEqual(['mended']);
    expect(await rowOf(submissionId)).toMatchObject({ verdict: 'passed', contentHash: `mended-${submissionId}` });
  });
});

describe('the same work again', () => {
  it('is not run again, whoever hands it in, and counts as an attempt', async () => {
    const first = await graded();
    const other = await newLearner();
    const again = await graded({ learnerId: other, code: 'x = 1\r\n\n' });
    expect(sandbox.jobs).toHaveLength(1);
    expect(again).toMatchObject({ verdict: 'passed', reusedFromId: first.id, seed: first.seed, imageHash: 'image', codeHash: first.codeHash });
    expect(again.result).toMatchObject({ seed: first.seed, engine: 'docker', phases: { queue: expect.any(Number), reused: expect.any(Number) } });
    expect(again.result).not.toHaveProperty('phases.load');
    expect(await getActivity({ learnerId: other, activityId: original.exercise.id })).toMatchObject({ passed: true, attempts: 1 });
    expect(await graded()).toMatchObject({ reusedFromId: first.id });
    expect(await getActivity({ learnerId, activityId: original.exercise.id })).toMatchObject({ attempts: 2 });
  });
  it('holds nothing but what the same code gives', async () => {
    const first = await graded();
    const again = await graded({ learnerId: await newLearner() });
    const { phases: _phases, ...shown } = again.result as Record<string, unknown>;
    expect(first.result).toMatchObject(shown);
    expect(JSON.stringify(again.result)).not.toContain(first.id);
  });
  it('gets the hints of today with the verdict of before', async () => {
    sandbox.answer = { checks: [check('failed')] };
    await graded();
    redeploy({ checkHints: { one: 'new' }, exercise: { ...original.exercise, hints: [{ id: 'new', text: 'Better words.' }] } });
    expect(await graded()).toMatchObject({ verdict: 'failed', result: { checks: [{ hint: 'Better words.' }] }, reusedFromId: expect.any(String) });
  });
  it('is run when the code, the exercise or the image is another', async () => {
    await graded();
    await graded({ code: 'x = 2' });
    redeploy({ exercise: withHash(`another-${learnerId}`) });
    await graded();
    sandbox.imageHash = 'another image';
    expect(await graded()).toMatchObject({ reusedFromId: null, imageHash: 'another image' });
    expect(sandbox.jobs).toHaveLength(4);
  });
  it('is run each time where right programs may answer differently', async () => {
    redeploy({ deterministic: false });
    await graded();
    await graded();
    expect(sandbox.jobs).toHaveLength(2);
  });
  it.each<[string, Partial<SandboxResult>]>([
    ['a fault of ours', { outcome: 'grader-fault', checks: [] }],
    ['running out of time, which the machine may be to blame for', { outcome: 'over-limit', limit: 'time', checks: [] }],
  ])('is run again after %s', async (_why, answer) => {
    sandbox.answer = answer;
    const submissionId = await hand();
    await db().submission.update({ where: { id: submissionId }, data: { tries: 9 } }); // the last try: a fault is then told
    await gradeJob({ submissionId });
    expect((await rowOf(submissionId)).verdict).toBe(answer.outcome?.replaceAll('-', '_'));
    sandbox.answer = {};
    expect(await graded()).toMatchObject({ verdict: 'passed', reusedFromId: null });
  });
  it('that is not Python is taken over only to the last blank line', async () => {
    sandbox.answer = { outcome: 'did-not-run', checks: [], error: { type: 'SyntaxError', message: '', line: 3, frames: [], plain: '', tryThis: '' } };
    await graded({ code: 'x = """\n' });
    expect(await graded({ code: 'x = """\n\n\n' })).toMatchObject({ reusedFromId: null });
    expect(await graded({ code: 'x = """\n' })).toMatchObject({ verdict: 'did_not_run', reusedFromId: expect.any(String) });
    expect(sandbox.jobs).toHaveLength(2);
  });
});
