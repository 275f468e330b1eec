import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, db } from '@/lib/platform/db';
import { getActivity, readCourseProgress } from './data';
import { deleteIdleGuests, mergeGuestInto, type Outcome, raiseOutcome, recordOutcome, recordVisit } from './mutations';

let userId: string;
let guestId: string;

beforeEach(async () => {
  userId = (await db().user.create({ data: {} })).id;
  guestId = (await db().user.create({ data: { guest: true } })).id;
});
afterAll(closeDb);

const outcome = (more: Partial<Outcome>): Outcome => ({
  learnerId: userId, activityId: 'task', kind: 'exercise', courseId: 'course', lessonId: 'lesson', score: 0.5, passed: false, at: new Date('2026-01-02T03:04:05.678Z'), ...more,
});
const record = (more: Partial<Outcome>) => db().$transaction((tx) => recordOutcome(tx, outcome(more)));
const merge = () => db().$transaction((tx) => mergeGuestInto(tx, { guestId, userId }));
const submission = (learnerId: string, idempotencyKey: string) =>
  db().submission.create({ data: { learnerId, idempotencyKey, courseId: 'course', lessonId: 'lesson', exerciseId: 'task', code: 'x = 1', contentHash: 'h', seed: 1 } });

describe('recordOutcome', () => {
  it('never gets worse, whatever order tries are marked in', async () => {
    await record({ score: 1, passed: true, at: new Date('2026-01-03T00:00:00Z') });
    await record({ score: 0.2, at: new Date('2026-01-04T00:00:00Z') });
    await record({ score: 1, passed: true, at: new Date('2026-01-02T00:00:00Z') });
    expect(await getActivity({ learnerId: userId, activityId: 'task' })).toMatchObject({ attempts: 3, bestScore: 1, passed: true });
    const row = await db().progress.findFirstOrThrow({ where: { learnerId: userId } });
    expect(row.passedAt).toEqual(new Date('2026-01-02T00:00:00Z'));
    expect(row.lastAt).toEqual(new Date('2026-01-04T00:00:00Z'));
  });
  it('keeps every try when two graders finish at once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => record({ score: index / 10 })));
    expect(await getActivity({ learnerId: userId, activityId: 'task' })).toMatchObject({ attempts: 8, bestScore: 0.7, passed: false });
  });
  it('stores the instant, whatever the time zone of the database session', async () => {
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL TIME ZONE 'Asia/Tokyo'`;
      await recordOutcome(tx, outcome({}));
    });
    expect((await db().progress.findFirstOrThrow({ where: { learnerId: userId } })).firstAt).toEqual(outcome({}).at);
  });
});

describe('raiseOutcome', () => {
  const raise = (more: Partial<Outcome>) => db().$transaction((tx) => raiseOutcome(tx, outcome(more)));
  const row = () => db().progress.findFirst({ where: { learnerId: userId } });
  it('keeps what is better and counts no try', async () => {
    await record({ score: 0.5 });
    await raise({ score: 1, passed: true });
    expect(await row()).toMatchObject({ attempts: 1, bestScore: 1, passedAt: outcome({}).at });
  });
  it('never makes anything worse, and makes no progress of somebody who never tried', async () => {
    await raise({ score: 1, passed: true });
    expect(await row()).toBeNull();
    await record({ score: 1, passed: true });
    const before = await row();
    await raise({ score: 0.2, at: new Date('2026-05-05') });
    expect(await row()).toEqual(before);
  });
});

describe('mergeGuestInto', () => {
  it('moves everything, keeps the better work of either side and deletes the guest', async () => {
    await record({ activityId: 'better-before', score: 1, passed: true });
    await record({ activityId: 'better-as-guest', score: 0.2 });
    await record({ learnerId: guestId, activityId: 'better-before', score: 0.1 });
    await record({ learnerId: guestId, activityId: 'better-as-guest', score: 1, passed: true });
    await record({ learnerId: guestId, activityId: 'only-as-guest', score: 0.4 });
    await submission(guestId, 'one-intent');
    await recordVisit({ learnerId: guestId, courseId: 'course', lessonId: 'lesson' });
    await merge();
    const { activities, visitedLessonIds } = await readCourseProgress({ learnerId: userId, courseId: 'course' });
    const byId = Object.fromEntries(activities.map((activity) => [activity.activityId, activity]));
    expect(byId['better-before']).toMatchObject({ bestScore: 1, passed: true, attempts: 2 });
    expect(byId['better-as-guest']).toMatchObject({ bestScore: 1, passed: true, attempts: 2 });
    expect(byId['only-as-guest']).toMatchObject({ bestScore: 0.4, passed: false });
    expect(visitedLessonIds).toEqual(['lesson']);
    expect(await db().submission.count({ where: { learnerId: userId } })).toBe(1);
    expect(await db().user.findUnique({ where: { id: guestId } })).toBeNull();
  });
  it('keeps both submissions when the same key was used on both sides', async () => {
    await submission(guestId, 'same-key');
    await submission(userId, 'same-key');
    await merge();
    expect(await db().submission.count({ where: { learnerId: userId } })).toBe(2);
  });
  it('merges once when two tabs sign in together', async () => {
    await record({ learnerId: guestId });
    await Promise.all([merge(), merge()]);
    expect(await getActivity({ learnerId: userId, activityId: 'task' })).toMatchObject({ attempts: 1 });
  });
  it('never takes the work of somebody with an account', async () => {
    const other = await db().user.create({ data: {} });
    await record({ learnerId: other.id });
    await db().$transaction((tx) => mergeGuestInto(tx, { guestId: other.id, userId }));
    expect(await db().user.findUnique({ where: { id: other.id } })).not.toBeNull();
  });
});

describe('deleteIdleGuests', () => {
  it('deletes guests that did nothing for so long, with their work, and nobody else', async () => {
    const [long, lately, border] = [new Date('2020-01-01'), new Date('2022-01-01'), new Date('2021-01-01')];
    const person = async ({ guest = true, createdAt = long } = {}) => (await db().user.create({ data: { guest, createdAt } })).id;
    const work = { courseId: 'c', lessonId: 'l', exerciseId: 'e', code: 'x', contentHash: 'h', seed: 1, idempotencyKey: 'idle-guests' };
    const [idle, never, account, young, submits, reads, reports] = await Promise.all([person(), person(), person({ guest: false }), person({ createdAt: lately }), person(), person(), person()]);
    await db().submission.createMany({ data: [{ ...work, learnerId: idle, createdAt: long }, { ...work, learnerId: submits, createdAt: lately }] });
    await db().lessonVisit.createMany({ data: [{ learnerId: idle, courseId: 'c', lessonId: 'l', lastAt: long }, { learnerId: reads, courseId: 'c', lessonId: 'l', lastAt: lately }] });
    const said = { courseId: 'c', lessonId: 'l', anchor: '', kind: 'typo' as const, text: '', quote: '', contentHash: 'h', sameAs: 's' };
    await db().lessonReport.createMany({ data: [{ ...said, learnerId: idle, createdAt: long }, { ...said, learnerId: reports, createdAt: lately }] });
    const all = [idle, never, account, young, submits, reads, reports];
    expect(await deleteIdleGuests(border)).toBe(2);
    const left = await db().user.findMany({ where: { id: { in: all } }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([account, young, submits, reads, reports].sort());
    expect(await db().submission.count({ where: { learnerId: idle } })).toBe(0);
    expect(await deleteIdleGuests(border)).toBe(0);
  });
});

describe('readCourseProgress', () => {
  it('names the lesson of the latest work or visit', async () => {
    await record({ lessonId: 'first', at: new Date('2026-01-01T00:00:00Z') });
    await recordVisit({ learnerId: userId, courseId: 'course', lessonId: 'second' });
    expect(await readCourseProgress({ learnerId: userId, courseId: 'course' })).toMatchObject({ lastLessonId: 'second' });
  });
});
