import 'server-only';
import { z } from 'zod';
import type { AuthorAccess } from '@/lib/auth/schema';
import { type ExerciseKey, exerciseKey } from '@/lib/content/schema';
import { db, Prisma, readRows } from '@/lib/platform/db';
import { DEAD_AFTER_SECONDS } from '@/lib/platform/queue-heartbeats';
import { type AdviceDifference, adviceDifference, GRADE_TASK, gradingResult, type GradingResult, SLOW_GRADE_TASK, type Verdict, verdict } from './schema';

/** Prisma's enum cannot hold a hyphen; everything else says verdicts with one. */
const spoken = (value: string | null): Verdict | null => value === null ? null : verdict.parse(value.replaceAll('_', '-'));

const fields = {
  id: true, learnerId: true, courseId: true, lessonId: true, exerciseId: true, code: true, seed: true, contentHash: true,
  verdict: true, result: true, createdAt: true, startedAt: true, postponedAt: true, finishedAt: true,
} as const;

/** the same for a statement of its own */
const columns = Prisma.raw(Object.keys(fields).map((name) => `"${name}"`).join(', '));

export type SubmissionRow = {
  id: string;
  learnerId: string;
  courseId: string;
  lessonId: string;
  exerciseId: string;
  code: string;
  seed: number;
  contentHash: string;
  verdict: Verdict | null;
  result: GradingResult | null;
  createdAt: Date;
  startedAt: Date | null;
  postponedAt: Date | null;
  finishedAt: Date | null;
};

type StoredRow = Omit<SubmissionRow, 'verdict' | 'result'> & { verdict: string | null; result: unknown };

const parseRow = <Row extends { verdict: string | null; result: unknown }>(row: Row) => ({
  ...row,
  verdict: spoken(row.verdict),
  result: row.result === null ? null : gradingResult.parse(row.result),
});

/** One submission, whoever's it is: ask the policy before showing it. */
export async function getSubmission(submissionId: string): Promise<SubmissionRow | null> {
  if (submissionId.includes('\0')) return null; // the database would fail over it
  const rows = await readRows<StoredRow>(Prisma.sql`SELECT ${columns} FROM "Submission" WHERE "id" = ${submissionId}`);
  return rows[0] ? parseRow(rows[0]) : null;
}

/** The submission a learner made under a key, and to which exercise, or null. */
export async function getSubmissionByKey({ learnerId, idempotencyKey }: { learnerId: string; idempotencyKey: string }): Promise<{ id: string; exerciseId: string } | null> {
  return db().submission.findUnique({ where: { learnerId_idempotencyKey: { learnerId, idempotencyKey } }, select: { id: true, exerciseId: true } });
}

/** Which of these submissions are finished, and how many graders are alive. */
export async function readFinished(submissionIds: string[]): Promise<{ finished: string[]; workers: number }> {
  const rows = await db().$queryRaw<{ finished: string[]; workers: number }[]>`
    SELECT ARRAY(SELECT "id" FROM "Submission" WHERE "id" = ANY(${submissionIds}) AND "finishedAt" IS NOT NULL) AS finished,
      (SELECT count(*) FROM "WorkerHeartbeat" WHERE "at" > now() - ${DEAD_AFTER_SECONDS} * interval '1 second')::int AS workers`;
  return rows[0] ?? { finished: [], workers: 0 };
}

/** A learner's submissions to an exercise, newest first. */
export async function listSubmissions({ learnerId, exerciseId, limit = 50 }: { learnerId: string; exerciseId: string; limit?: number }): Promise<SubmissionRow[]> {
  const rows = await db().submission.findMany({ where: { learnerId, exerciseId }, select: fields, orderBy: { createdAt: 'desc' }, take: limit });
  return rows.map(parseRow);
}

/** Code and verdict of a learner's graded submissions to an exercise: what decides whether the solution may be seen. */
export async function listAttempts({ learnerId, exerciseId }: { learnerId: string; exerciseId: string }) {
  const rows = await db().submission.findMany({
    where: { learnerId, exerciseId, finishedAt: { not: null } },
    select: { code: true, verdict: true },
    orderBy: { createdAt: 'desc' },
    take: 200,
  });
  return rows.map((row) => ({ code: row.code, verdict: spoken(row.verdict) }));
}

/** Enough for a steady mean, few enough to follow a change. */
const LATEST = 50;

/** One lane of the queue: whose turn is when, and how fast it has been moving. */
export type QueueLaneStanding = {
  /** the queue's name of its task */
  lane: string;
  /** submissions, in the order in which they are taken */
  waiting: string[];
  /** submissions that graders have in hand */
  active: string[];
  /** mean time a grader had each of the latest submissions; null when there were none lately */
  secondsEach: number | null;
};

/** The whole queue of grading, as it is now: one row a lane, whatever the number of those who wait. */
export async function readQueueLanes(): Promise<{ workers: number; lanes: QueueLaneStanding[] }> {
  const rows = await db().$queryRaw<(QueueLaneStanding & { workers: number })[]>`
    SELECT (SELECT count(*) FROM "WorkerHeartbeat" WHERE "at" > now() - ${DEAD_AFTER_SECONDS} * interval '1 second')::int AS workers, lane,
      coalesce(waiting, '{}') AS waiting, coalesce(active, '{}') AS active,
      (SELECT avg(extract(epoch FROM "finishedAt" - "startedAt"))::float8 FROM (SELECT "finishedAt", "startedAt" FROM "Submission"
        WHERE "finishedAt" > now() AT TIME ZONE 'utc' - interval '10 minutes' AND ("postponedAt" IS NOT NULL) = (lane = ${SLOW_GRADE_TASK})
        ORDER BY "finishedAt" DESC LIMIT ${LATEST}) AS latest) AS "secondsEach"
    FROM unnest(ARRAY[${GRADE_TASK}, ${SLOW_GRADE_TASK}]) AS lane,
      LATERAL (SELECT array_agg(substr(key, 7) ORDER BY run_at > now(), priority, run_at, id) FILTER (WHERE locked_at IS NULL) AS waiting,
        array_agg(substr(key, 7)) FILTER (WHERE locked_at IS NOT NULL) AS active
        FROM graphile_worker.jobs WHERE task_identifier = lane) AS jobs`;
  return { workers: rows[0]?.workers ?? 0, lanes: rows };
}

/** The state of grading as a whole, for readiness checks and for telling learners that grading is paused. */
export async function readGradingStatus(): Promise<{ workers: number; waiting: number; oldestWaitingSeconds: number }> {
  const rows = await db().$queryRaw<{ workers: number; waiting: number; oldest: number | null }[]>`
    SELECT (SELECT count(*) FROM "WorkerHeartbeat" WHERE "at" > now() - ${DEAD_AFTER_SECONDS} * interval '1 second')::int AS workers,
      count(*)::int AS waiting, extract(epoch FROM now() AT TIME ZONE 'utc' - min("createdAt"))::float8 AS oldest
    FROM "Submission" WHERE "finishedAt" IS NULL`;
  const row = rows[0];
  return { workers: row?.workers ?? 0, waiting: row?.waiting ?? 0, oldestWaitingSeconds: row?.oldest ?? 0 };
}

/** A version of an exercise that was kept when work was handed in for it, or null. */
export async function findVersion(contentHash: string): Promise<ExerciseKey | null> {
  const row = await db().exerciseVersion.findUnique({ where: { contentHash }, select: { key: true } });
  return row && exerciseKey.parse(row.key);
}

/** A later verdict on a submission. */
export type RegradingRow = { id: string; contentHash: string; result: GradingResult; createdAt: Date };

/** What was said of a submission when it was graded again, newest first. */
export async function listRegradings(submissionId: string): Promise<RegradingRow[]> {
  const rows = await db().regrading.findMany({ where: { submissionId }, select: { id: true, contentHash: true, result: true, createdAt: true }, orderBy: { createdAt: 'desc' } });
  return rows.map((row) => ({ ...row, result: gradingResult.parse(row.result) }));
}

/** The result of a submission as it stands: the latest it was given. Null before it is graded. */
export async function readStandingResult(submissionId: string): Promise<GradingResult | null> {
  const row = await db().submission.findUnique({ where: { id: submissionId, finishedAt: { not: null } }, select: { result: true, regradings: { select: { result: true }, orderBy: { createdAt: 'desc' }, take: 1 } } });
  const result = row?.regradings[0]?.result ?? row?.result ?? null;
  return result === null ? null : gradingResult.parse(result);
}

/** One program as it was handed in for one version of an exercise, by however many learners. */
export type StoredProgram = { latestId: string; submissionIds: string[]; learnerIds: string[] };

/** The different programs that were graded for an exercise, those handed in last first, and how many there are in all. Faults of ours are no verdicts. */
export async function listPrograms({ exerciseId, limit }: { exerciseId: string; limit: number }): Promise<{ programs: StoredProgram[]; total: number; submissions: number }> {
  const rows = await db().$queryRaw<(StoredProgram & { total: number; all: number })[]>`
    SELECT (array_agg("id" ORDER BY "createdAt" DESC, "id"))[1] AS "latestId", array_agg("id") AS "submissionIds", array_agg(DISTINCT "learnerId") AS "learnerIds",
      (count(*) OVER ())::int AS "total", (sum(count(*)) OVER ())::int AS "all"
    FROM "Submission" WHERE "exerciseId" = ${exerciseId} AND "finishedAt" IS NOT NULL AND "verdict" <> 'grader-fault'
    GROUP BY "contentHash", coalesce("codeHash", md5("code")) ORDER BY max("createdAt") DESC LIMIT ${limit}`;
  const { total = 0, all = 0 } = rows[0] ?? {};
  return { programs: rows.map(({ latestId, submissionIds, learnerIds }) => ({ latestId, submissionIds, learnerIds })), total, submissions: all };
}

/** How often browser and grader said the same of the visible checks of an exercise. */
export type AgreementRow = { exerciseId: string; compared: number; disagreed: number; latestAt: Date };

/** Exercises of which advice was compared with verdicts; those that disagree most come first. */
export async function listAgreement(): Promise<AgreementRow[]> {
  return db().$queryRaw<AgreementRow[]>`
    SELECT "exerciseId", count(*)::int AS compared, (count(*) FILTER (WHERE NOT "agrees"))::int AS disagreed, max("createdAt") AS "latestAt"
    FROM "AdviceComparison" GROUP BY "exerciseId" ORDER BY disagreed DESC, compared DESC, "exerciseId"`;
}

/** One submission of which browser and grader said otherwise. Whose it was is not told. */
export type DisagreementRow = { submissionId: string; exerciseId: string; contentHash: string; compared: number; differences: AdviceDifference[]; seeds: { browser: number; grader: number }; versions: Record<string, string>; imageHash: string; createdAt: Date };

/** The latest disagreements, newest first. */
export async function listDisagreements(_access: AuthorAccess, { limit }: { limit: number }): Promise<DisagreementRow[]> {
  const rows = await db().adviceComparison.findMany({ where: { agrees: false }, orderBy: { createdAt: 'desc' }, take: limit, include: { submission: { select: { seed: true } } } });
  return rows.map(({ agrees: _agrees, submission, seed, differences, versions, ...row }) => ({ ...row, differences: adviceDifference.array().parse(differences), versions: z.record(z.string(), z.string()).parse(versions), seeds: { browser: seed, grader: submission.seed } }));
}
