import 'server-only';
import { z } from 'zod';
import type { AuthorAccess } from '@/lib/auth/schema';
import { db } from '@/lib/platform/db';
import { type CheckCount, failedProgram, type FailedProgram, type FirstAttempt, type Path, type Report } from './schema';

/** The latest of an exercise that are looked at: enough to see what is common, few enough to read now. */
const LATEST_SUBMISSIONS = 500;
const LATEST_ATTEMPTS = 2000;
const MOST_REPORTS = 200;
const MOST_DONE = 50;
/** characters of a program: what is longer is no exercise of a lesson */
const MOST_CODE = 8000;

/** How many people went which way through a lesson: those who opened it, or did something in it. */
export async function readPaths(_access: AuthorAccess, { lessonId, activityIds, nextLessonId }: { lessonId: string; activityIds: string[]; nextLessonId: string | null }): Promise<Path[]> {
  return db().$queryRaw<Path[]>`
    WITH here AS (
      SELECT "learnerId" FROM "LessonVisit" WHERE "lessonId" = ${lessonId}
      UNION SELECT "learnerId" FROM "Progress" WHERE "lessonId" = ${lessonId} AND "activityId" = ANY(${activityIds})),
    done AS (
      SELECT "learnerId", array_agg("activityId" ORDER BY "activityId") AS tried, array_agg("activityId" ORDER BY "activityId") FILTER (WHERE "passedAt" IS NOT NULL) AS passed
      FROM "Progress" WHERE "lessonId" = ${lessonId} AND "activityId" = ANY(${activityIds}) GROUP BY "learnerId"),
    onward AS (
      SELECT "learnerId" FROM "LessonVisit" WHERE "lessonId" = ${nextLessonId}
      UNION SELECT "learnerId" FROM "Progress" WHERE "lessonId" = ${nextLessonId})
    SELECT coalesce(tried, '{}') AS tried, coalesce(passed, '{}') AS passed, onward."learnerId" IS NOT NULL AS "wentOn", count(*)::int AS people
    FROM here LEFT JOIN done USING ("learnerId") LEFT JOIN onward USING ("learnerId") GROUP BY 1, 2, 3`;
}

/** What people answered when they first handed a quiz in; the latest such attempts. */
export async function listFirstAttempts(_access: AuthorAccess, quizId: string): Promise<FirstAttempt[]> {
  const rows = await db().$queryRaw<{ answers: unknown; contentHash: string }[]>`
    SELECT "answers", "contentHash" FROM (
      SELECT DISTINCT ON ("learnerId") "answers", "contentHash", "createdAt" FROM "QuizAttempt" WHERE "quizId" = ${quizId} ORDER BY "learnerId", "createdAt") AS first
    ORDER BY "createdAt" DESC LIMIT ${LATEST_ATTEMPTS}`;
  return rows.map(({ answers, contentHash }) => ({ answers: z.record(z.string(), z.string()).parse(answers), contentHash }));
}

/** How many people a check ran for, and how many of them ever failed it or passed it, among an exercise's latest submissions. */
export async function countChecks(_access: AuthorAccess, exerciseId: string): Promise<CheckCount[]> {
  return db().$queryRaw<CheckCount[]>`
    WITH latest AS (
      SELECT "learnerId", "result" FROM "Submission" WHERE "exerciseId" = ${exerciseId} AND "verdict" IN ('passed', 'failed') AND "result" IS NOT NULL
      ORDER BY "createdAt" DESC LIMIT ${LATEST_SUBMISSIONS}),
    ran AS (SELECT "learnerId", one->>'name' AS name, one->>'status' AS status FROM latest, jsonb_array_elements("result"->'checks') AS one WHERE one->>'status' IN ('passed', 'failed'))
    SELECT name, count(DISTINCT "learnerId")::int AS learners,
      (count(DISTINCT "learnerId") FILTER (WHERE status = 'failed'))::int AS failed, (count(DISTINCT "learnerId") FILTER (WHERE status = 'passed'))::int AS passed
    FROM ran GROUP BY name`;
}

/** The latest programs that did not pass, with the first check that failed. People are numbered, anew each time. */
export async function listFailures(_access: AuthorAccess, exerciseId: string): Promise<FailedProgram[]> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT dense_rank() OVER (ORDER BY "learnerId")::int AS learner, left("code", ${MOST_CODE}) AS code, "verdict"::text AS verdict,
      jsonb_path_query_first("result", '$.checks[*] ? (@.status == "failed")') AS check, "result"->'error' AS error
    FROM (SELECT "learnerId", "code", "verdict", "result" FROM "Submission" WHERE "exerciseId" = ${exerciseId} AND "verdict" IN ('failed', 'did-not-run') AND "result" IS NOT NULL
      ORDER BY "createdAt" DESC LIMIT ${LATEST_SUBMISSIONS}) AS latest`;
  return failedProgram.array().parse(rows);
}

/** How many reports of each lesson of a course wait to be seen to. */
export async function countOpenReports(_access: AuthorAccess, courseId: string): Promise<Map<string, number>> {
  const rows = await db().lessonReport.groupBy({ by: ['lessonId'], where: { courseId, doneAt: null }, _count: true });
  return new Map(rows.map(({ lessonId, _count }) => [lessonId, _count]));
}

const reportFields = { id: true, anchor: true, kind: true, text: true, quote: true, contentHash: true, createdAt: true, doneAt: true } as const;

/** The reports of a lesson: those that are open, oldest first, and those that were done last. */
export async function listReports(_access: AuthorAccess, lessonId: string): Promise<{ open: Report[]; done: Report[] }> {
  const [open, done] = await Promise.all([
    db().lessonReport.findMany({ where: { lessonId, doneAt: null }, select: reportFields, orderBy: { createdAt: 'asc' }, take: MOST_REPORTS }),
    db().lessonReport.findMany({ where: { lessonId, doneAt: { not: null } }, select: reportFields, orderBy: { doneAt: 'desc' }, take: MOST_DONE }),
  ]);
  return { open, done };
}
