import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { listCourses } from '@/lib/content/data';
import type { Exercise } from '@/lib/content/schema';
import { closeDb, db } from '@/lib/platform/db';
import { closeNotifications } from '@/lib/platform/notifications';
import { prepareQueue } from '@/lib/platform/queue';
import { readOwnSubmission, stopGraders, submit } from '../../service';
import { sandbox } from './fake-sandbox';

/** Who hands in what in these tests: a new learner for each, and the exercises of the course. */
export const world = { exercise: {} as Exercise, exercises: [] as Exercise[], learnerId: '' };

export const code = 'x = 1';
export const hand = (more: Partial<Parameters<typeof submit>[0]> = {}) => submit({ learnerId: world.learnerId, exerciseId: world.exercise.id, code, idempotencyKey: randomUUID(), ...more });
export const own = (submissionId: string) => readOwnSubmission({ submissionId, learnerId: world.learnerId });
export const newLearner = async () => (await db().user.create({ data: { guest: true } })).id;

/** Prepares and cleans up around each test of the file that calls it. */
export function prepareWorld(): void {
  beforeAll(async () => {
    await prepareQueue();
    const lessons = (await listCourses()).flatMap((course) => course.modules.flatMap((module) => module.lessons));
    world.exercises = lessons.flatMap((lesson) => lesson.exercises);
    world.exercise = world.exercises[0] as Exercise;
  });
  beforeEach(async () => {
    // What an earlier test left waiting would eat this one's answers.
    await db().submission.deleteMany();
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    world.learnerId = await newLearner();
    Object.assign(sandbox, { open: true, answers: [], graded: 0, lanes: [] });
  });
  afterEach(stopGraders);
  afterAll(async () => {
    await closeNotifications();
    await closeDb();
  });
}
