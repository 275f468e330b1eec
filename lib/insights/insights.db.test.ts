import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClassroom, joinClassroom, leaveClassroom, removeMember } from '@/lib/classrooms/mutations';
import type { ClassroomAccess } from '@/lib/classrooms/schema';
import { requireInstructorOf } from '@/lib/classrooms/service';
import { closeDb, db } from '@/lib/platform/db';
import { recordOutcome, recordVisit } from '@/lib/progress/mutations';
import { countAttempts, countSubmissions, listLatestSubmissions, listSubmissions, readOutcomes, readTotals } from './data';

const COURSE = 'flask';
const ACTIVITIES = ['ex', 'ch', 'quiz'];

async function person(name: string, roles: 'instructor'[] = []) {
  return db().user.create({ data: { name, roles, email: `${randomUUID()}@example.com` }, select: { id: true, guest: true, name: true, email: true, roles: true } });
}

async function classroom(): Promise<{ access: ClassroomAccess; joinCode: string }> {
  const teacher = await person('Teacher', ['instructor']);
  const { id, joinCode } = await createClassroom({ userId: teacher.id, name: 'Tuesday', courseId: COURSE });
  return { joinCode, access: await requireInstructorOf({ actor: teacher, classroomId: id }) };
}

async function work(learnerId: string, fields: { activityId?: string; courseId?: string; score?: number; code?: string } = {}) {
  const { activityId = 'ex', courseId = COURSE, score = 1, code = 'print(1)' } = fields;
  const where = { learnerId, courseId, lessonId: 'cookies' };
  const at = new Date();
  await db().submission.create({ data: { ...where, exerciseId: activityId, code, idempotencyKey: randomUUID(), contentHash: 'h', seed: 1, verdict: 'did_not_run', finishedAt: at } });
  await db().$transaction((tx) => recordOutcome(tx, { ...where, activityId, kind: 'exercise', score, passed: score === 1, at }));
}

let ada: Awaited<ReturnType<typeof person>>;
let stranger: Awaited<ReturnType<typeof person>>;
let room: Awaited<ReturnType<typeof classroom>>;

beforeAll(async () => {
  [ada, stranger, room] = await Promise.all([person('Ada'), person('Stranger'), classroom()]);
  await joinClassroom({ userId: ada.id, joinCode: room.joinCode });
  await joinClassroom({ userId: stranger.id, joinCode: (await classroom()).joinCode });
  for (const { id } of [ada, stranger]) {
    await work(id, { score: 0.5, code: `first_try_of("${id}")` });
    await work(id);
    await work(id, { activityId: 'ch', score: 0.2 });
    await work(id, { activityId: 'elsewhere', courseId: 'another-course' });
    await recordVisit({ learnerId: id, courseId: COURSE, lessonId: 'cookies' });
    await db().quizAttempt.create({ data: { learnerId: id, courseId: COURSE, lessonId: 'cookies', quizId: 'quiz', idempotencyKey: randomUUID(), contentHash: 'h', answers: {}, score: 5, total: 10 } });
  }
});
afterAll(closeDb);

it('adds up the learners of the classroom, and nobody else', async () => {
  const { learners, passedCounts } = await readTotals(room.access, ACTIVITIES);
  expect(learners).toEqual([{ userId: ada.id, name: 'Ada', passed: 1, lastActive: expect.any(Date) }]);
  expect(passedCounts).toEqual(new Map([['ex', 1]]));
});

it("shows a learner's work in the classroom's course only", async () => {
  const outcomes = await readOutcomes(room.access, [ada.id]);
  expect(outcomes.map((outcome) => outcome.activityId).sort()).toEqual(['ch', 'ex']);
  expect(await countSubmissions(room.access, ada.id)).toEqual(new Map([['ex', 2], ['ch', 1]]));
  expect(await countAttempts(room.access, ada.id)).toEqual(new Map([['quiz', 1]]));
  expect((await listSubmissions(room.access, { learnerId: ada.id, exerciseId: 'elsewhere', page: 1 })).total).toBe(0);
});

it('lists submissions with code and verdict, newest first', async () => {
  const { submissions, total, pages } = await listSubmissions(room.access, { learnerId: ada.id, exerciseId: 'ex', page: 1 });
  expect([total, pages]).toEqual([2, 1]);
  expect(submissions.map((submission) => submission.code)).toEqual(['print(1)', `first_try_of("${ada.id}")`]);
  expect(submissions[0]).toMatchObject({ verdict: 'did-not-run', result: null });
});

it("lists a learner's latest submissions in the course, whatever they were to", async () => {
  const latest = await listLatestSubmissions(room.access, ada.id);
  expect(latest.map((submission) => submission.exerciseId)).toEqual(['ch', 'ex', 'ex']);
  expect(latest[0]).toMatchObject({ verdict: 'did-not-run', createdAt: expect.any(Date) });
});

it('has nothing of a learner of another classroom, whatever is asked', async () => {
  expect(await readOutcomes(room.access, [stranger.id])).toEqual([]);
  expect(await countSubmissions(room.access, stranger.id)).toEqual(new Map());
  expect(await countAttempts(room.access, stranger.id)).toEqual(new Map());
  expect(await listLatestSubmissions(room.access, stranger.id)).toEqual([]);
  expect(await listSubmissions(room.access, { learnerId: stranger.id, exerciseId: 'ex', page: 1 })).toMatchObject({ submissions: [], total: 0 });
});

it('has nothing more of a learner who left or was removed', async () => {
  const { access, joinCode } = await classroom();
  const [bob, eve] = [await person('Bob'), await person('Eve')];
  for (const { id } of [bob, eve]) {
    await joinClassroom({ userId: id, joinCode });
    await work(id);
  }
  expect((await readTotals(access, ACTIVITIES)).learners).toHaveLength(2);
  await leaveClassroom({ userId: bob.id, classroomId: access.classroomId });
  await removeMember(access, eve.id);
  expect(await readTotals(access, ACTIVITIES)).toEqual({ learners: [], passedCounts: new Map() });
  expect(await readOutcomes(access, [bob.id, eve.id])).toEqual([]);
});
