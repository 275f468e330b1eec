import 'server-only';
import { db, Prisma, type Transaction } from '@/lib/platform/db';
import type { ActivityProgress } from './schema';

export type Outcome = Pick<ActivityProgress, 'activityId' | 'kind' | 'lessonId' | 'passed'> & {
  learnerId: string;
  courseId: string;
  /** 0 to 1: share of checks passed, or of questions right */
  score: number;
  /** when the work was handed in, not when it was marked */
  at: Date;
};

/**
 * Counts one marked try and keeps the best outcome, whatever order tries are marked in: a score never falls and what
 * was passed stays passed. Call it once per try, in the transaction that marks the try as finished.
 */
export async function recordOutcome(tx: Transaction, outcome: Outcome): Promise<void> {
  const { learnerId, activityId, kind, courseId, lessonId, score, passed, at } = outcome;
  await tx.$executeRaw(countingOutcome({ score, passed, of: Prisma.sql`SELECT ${learnerId}::text, ${activityId}::text, ${kind}::"ActivityKind", ${courseId}::text, ${lessonId}::text, ${at}::timestamp` }));
}

/**
 * The same as part of a statement that does more, such as marking the try.
 * @param of a query for whose try it is: learnerId, activityId, kind, courseId, lessonId and when it was handed in, in this order
 */
export function countingOutcome({ score, passed, of }: Pick<Outcome, 'score' | 'passed'> & { of: Prisma.Sql }): Prisma.Sql {
  // One statement, so that two graders finishing at once cannot overwrite each other's better result.
  return Prisma.sql`
    INSERT INTO "Progress" AS best ("learnerId", "activityId", "kind", "courseId", "lessonId", "attempts", "bestScore", "passedAt", "firstAt", "lastAt")
    SELECT "learnerId", "activityId", "kind", "courseId", "lessonId", 1, ${score}::float8, CASE WHEN ${passed}::boolean THEN "at" END, "at", "at"
    FROM (${of}) AS try ("learnerId", "activityId", "kind", "courseId", "lessonId", "at")
    ON CONFLICT ("learnerId", "activityId") DO UPDATE SET
      "kind" = excluded."kind", "courseId" = excluded."courseId", "lessonId" = excluded."lessonId",
      "attempts" = best."attempts" + 1,
      "bestScore" = greatest(best."bestScore", excluded."bestScore"),
      "passedAt" = least(best."passedAt", excluded."passedAt"),
      "firstAt" = least(best."firstAt", excluded."firstAt"),
      "lastAt" = greatest(best."lastAt", excluded."lastAt")`;
}

/**
 * Keeps a better outcome of a try that was counted already, when it is marked again. A worse one changes nothing, and
 * neither does one of somebody who never tried.
 */
export async function raiseOutcome(tx: Transaction, { learnerId, activityId, score, passed, at }: Pick<Outcome, 'learnerId' | 'activityId' | 'score' | 'passed' | 'at'>): Promise<void> {
  const passedAt = passed ? at : null;
  await tx.$executeRaw`
    UPDATE "Progress" SET "bestScore" = greatest("bestScore", ${score}::float8), "passedAt" = least("passedAt", ${passedAt}::timestamp)
    WHERE "learnerId" = ${learnerId} AND "activityId" = ${activityId}`;
}

/** Notes that a learner opened a lesson. */
export async function recordVisit({ learnerId, courseId, lessonId }: { learnerId: string; courseId: string; lessonId: string }): Promise<void> {
  const lastAt = new Date();
  await db().lessonVisit.upsert({ where: { learnerId_lessonId: { learnerId, lessonId } }, create: { learnerId, courseId, lessonId }, update: { lastAt } });
}

/**
 * Gives everything a guest did to the account they signed in to, and deletes the guest. Better work is never
 * overwritten: scores keep the higher, passes the earlier, attempts add up. Does nothing when the guest is gone.
 */
export async function mergeGuestInto(tx: Transaction, { guestId, userId }: { guestId: string; userId: string }): Promise<void> {
  if (guestId === userId) return;
  // The lock makes a second sign-in in another tab wait, then find no guest.
  const guests = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${guestId} AND "guest" FOR UPDATE`;
  if (guests.length === 0) return;
  await moveWork(tx, { guestId, userId });
  await mergeBest(tx, { guestId, userId });
  await tx.user.delete({ where: { id: guestId } });
}

/** Guests deleted in one statement: few, so that nobody waits for its locks. */
const GUESTS_AT_A_TIME = 500;

/**
 * Deletes guests, and all that is stored of them, who neither handed in, opened nor reported anything since `before`.
 * @returns how many
 */
export async function deleteIdleGuests(before: Date): Promise<number> {
  const since = { gte: before };
  const idle = {
    guest: true, createdAt: { lt: before }, submissions: { none: { createdAt: since } }, quizAttempts: { none: { createdAt: since } },
    visits: { none: { lastAt: since } }, reports: { none: { createdAt: since } },
  };
  let deleted = 0;
  for (;;) {
    const guests = await db().user.findMany({ where: idle, select: { id: true }, take: GUESTS_AT_A_TIME });
    if (guests.length === 0) return deleted;
    // Asked again in the same statement: one of them may have come back just now.
    deleted += (await db().user.deleteMany({ where: { ...idle, id: { in: guests.map(({ id }) => id) } } })).count;
  }
}

/** Submissions first: a grader that is finishing one now has then written its progress before mergeBest reads it. */
async function moveWork(tx: Transaction, { guestId, userId }: { guestId: string; userId: string }): Promise<void> {
  // A key that the account used too gets the guest's id in front, since keys are unique per learner.
  await tx.$executeRaw`
    UPDATE "Submission" AS mine SET "learnerId" = ${userId}, "idempotencyKey" = CASE
      WHEN EXISTS (SELECT 1 FROM "Submission" AS theirs WHERE theirs."learnerId" = ${userId} AND theirs."idempotencyKey" = mine."idempotencyKey")
      THEN ${guestId} || ':' || mine."idempotencyKey" ELSE mine."idempotencyKey" END
    WHERE "learnerId" = ${guestId}`;
  await tx.$executeRaw`
    UPDATE "QuizAttempt" AS mine SET "learnerId" = ${userId}, "idempotencyKey" = CASE
      WHEN EXISTS (SELECT 1 FROM "QuizAttempt" AS theirs WHERE theirs."learnerId" = ${userId} AND theirs."idempotencyKey" = mine."idempotencyKey")
      THEN ${guestId} || ':' || mine."idempotencyKey" ELSE mine."idempotencyKey" END
    WHERE "learnerId" = ${guestId}`;
  // what the account said too, in the same words, goes with the guest
  await tx.$executeRaw`
    UPDATE "LessonReport" AS mine SET "learnerId" = ${userId}
    WHERE "learnerId" = ${guestId} AND NOT EXISTS (SELECT 1 FROM "LessonReport" AS theirs WHERE theirs."learnerId" = ${userId} AND theirs."sameAs" = mine."sameAs")`;
  await tx.$executeRaw`
    INSERT INTO "ClassroomMember" ("classroomId", "userId", "role", "joinedAt")
    SELECT "classroomId", ${userId}, "role", "joinedAt" FROM "ClassroomMember" WHERE "userId" = ${guestId}
    ON CONFLICT DO NOTHING`;
}

async function mergeBest(tx: Transaction, { guestId, userId }: { guestId: string; userId: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Progress" AS best ("learnerId", "activityId", "kind", "courseId", "lessonId", "attempts", "bestScore", "passedAt", "firstAt", "lastAt")
    SELECT ${userId}, "activityId", "kind", "courseId", "lessonId", "attempts", "bestScore", "passedAt", "firstAt", "lastAt"
    FROM "Progress" WHERE "learnerId" = ${guestId}
    ON CONFLICT ("learnerId", "activityId") DO UPDATE SET
      "attempts" = best."attempts" + excluded."attempts",
      "bestScore" = greatest(best."bestScore", excluded."bestScore"),
      "passedAt" = least(best."passedAt", excluded."passedAt"),
      "firstAt" = least(best."firstAt", excluded."firstAt"),
      "lastAt" = greatest(best."lastAt", excluded."lastAt")`;
  await tx.$executeRaw`
    INSERT INTO "LessonVisit" AS seen ("learnerId", "courseId", "lessonId", "firstAt", "lastAt")
    SELECT ${userId}, "courseId", "lessonId", "firstAt", "lastAt" FROM "LessonVisit" WHERE "learnerId" = ${guestId}
    ON CONFLICT ("learnerId", "lessonId") DO UPDATE SET
      "firstAt" = least(seen."firstAt", excluded."firstAt"), "lastAt" = greatest(seen."lastAt", excluded."lastAt")`;
}
