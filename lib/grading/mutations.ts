import 'server-only';
import { randomInt, randomUUID } from 'node:crypto';
import type { ExerciseKey } from '@/lib/content/schema';
import { db, Prisma, readRows } from '@/lib/platform/db';
import { badRequest } from '@/lib/platform/errors';
import { countingOutcome, raiseOutcome } from '@/lib/progress/mutations';
import { hashOfCode } from './internal/code-hash';
import { scoreOf } from './rules';
import { type AdviceDifference, GRADE_TASK, GRADED_CHANNEL, type GradingResult, SLOW_GRADE_TASK, type Verdict } from './schema';

const MAX_SEED = 2 ** 31 - 1;

/** What is stored of work handed in. `contentHash` pins the exercise as it stood then. */
export type NewSubmission = {
  learnerId: string;
  courseId: string;
  lessonId: string;
  exerciseId: string;
  contentHash: string;
  code: string;
  idempotencyKey: string;
};

/** Prisma's enum cannot hold a hyphen; the database and everything else say it with one. */
const stored = (verdict: Verdict) => verdict.replaceAll('-', '_') as 'passed' | 'failed' | 'did_not_run' | 'over_limit' | 'grader_fault';

/** graphile-worker keeps priorities as 16 bits */
const LAST_PRIORITY = 32_767;

/**
 * Stores a submission and puts it in the queue, both or neither. Handing in the same key again finds the first one.
 *
 * A job's priority is how many of its learner's submissions wait already, so learners take turns: nobody's second goes
 * before anybody's first. Somebody whose last two submissions both hit a limit, within ten minutes, goes to the slow
 * lane at once; the next one that hits none ends that. docs/decisions/0053-fair-queue.md
 * @returns the submission's id, and whether this call made it
 * @throws AppError 400 when the key stands for another exercise
 */
export async function storeSubmission(submission: NewSubmission): Promise<{ submissionId: string; created: boolean }> {
  const { learnerId, courseId, lessonId, exerciseId, contentHash, code, idempotencyKey } = submission;
  // One statement is one round trip, and a transaction of its own.
  const made = await readRows<{ id: string }>(Prisma.sql`
    WITH standing AS (SELECT
        (SELECT count(*) FROM "Submission" WHERE "learnerId" = ${learnerId} AND "finishedAt" IS NULL) AS waiting,
        (SELECT count(*) FROM (SELECT "verdict" FROM "Submission" WHERE "learnerId" = ${learnerId}
          AND "finishedAt" > now() AT TIME ZONE 'utc' - interval '10 minutes' ORDER BY "finishedAt" DESC LIMIT 2) AS latest
          WHERE "verdict" = 'over-limit') = 2 AS careful),
      made AS (INSERT INTO "Submission"
        ("id", "learnerId", "courseId", "lessonId", "exerciseId", "contentHash", "code", "codeHash", "idempotencyKey", "seed", "createdAt", "postponedAt")
        SELECT ${randomUUID()}, ${learnerId}, ${courseId}, ${lessonId}, ${exerciseId}, ${contentHash}, ${code}, ${hashOfCode(code)}, ${idempotencyKey},
          ${randomInt(MAX_SEED)}::int, at, CASE WHEN careful THEN at END FROM standing, (SELECT ${new Date()}::timestamp AS at) AS clock
        ON CONFLICT ("learnerId", "idempotencyKey") DO NOTHING RETURNING "id", "postponedAt")
    SELECT made."id", (${addJob({ of: Prisma.sql`made`, priority: Prisma.sql`standing.waiting` })}).id::text AS job FROM made, standing`);
  if (made[0]) return { submissionId: made[0].id, created: true };
  const first = await db().submission.findUniqueOrThrow({ where: { learnerId_idempotencyKey: { learnerId, idempotencyKey } }, select: { id: true, exerciseId: true } });
  return { submissionId: requireSameExercise({ first, exerciseId }), created: false };
}

/** SQL that puts a row of "Submission" in its lane of the queue. It replaces the job that the row may have. */
function addJob({ of, priority }: { of: Prisma.Sql; priority: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`graphile_worker.add_job(CASE WHEN ${of}."postponedAt" IS NULL THEN ${GRADE_TASK} ELSE ${SLOW_GRADE_TASK} END,
    json_build_object('submissionId', ${of}."id"), job_key => 'grade:' || ${of}."id", priority => least(${priority}, ${LAST_PRIORITY}::int)::int)`;
}

/** Keeps a version of an exercise; once is enough for each. */
export async function storeVersion(key: ExerciseKey): Promise<void> {
  const { contentHash, id: exerciseId } = key.exercise;
  await db().exerciseVersion.createMany({ data: { contentHash, exerciseId, key }, skipDuplicates: true });
}

/** The id of the submission that a key stands for. @throws AppError 400 when the key was used for another exercise */
export function requireSameExercise({ first, exerciseId }: { first: { id: string; exerciseId: string }; exerciseId: string }): string {
  if (first.exerciseId !== exerciseId) throw badRequest('This key belongs to a submission to another exercise.', 'key-used');
  return first.id;
}

/**
 * Puts back in the queue every submission that is stored and unfinished but has no job that will still run: what is
 * left after the queue's tables were lost or a job used up its tries.
 * @returns how many
 */
export async function enqueueForgotten(): Promise<number> {
  return db().$executeRaw`
    SELECT ${addJob({ of: Prisma.sql`waiting`, priority: Prisma.sql`waiting.turn` })}
    FROM (SELECT *, row_number() OVER (PARTITION BY "learnerId" ORDER BY "createdAt") - 1 AS turn FROM "Submission" WHERE "finishedAt" IS NULL) AS waiting
    WHERE NOT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE jobs.key = 'grade:' || waiting."id" AND jobs.attempts < jobs.max_attempts)`;
}

/** A submission that a grader has begun, and a graded one, anybody's, in which everything that decides a verdict was the same. */
export type Begun = {
  id: string;
  exerciseId: string;
  contentHash: string;
  code: string;
  seed: number;
  tries: number;
  createdAt: Date;
  sameId: string | null;
  sameReusedFromId: string | null;
  sameResult: unknown;
};

/**
 * Marks that a grader begins a submission, and looks for the same work graded before. The code itself counts with its hash
 * for programs that do not run: where Python breaks off may depend on blank lines at the end.
 * @param imageHash of the sandbox that would grade it
 * @returns null when there is nothing to do: it is finished, or its learner deleted it
 */
export async function beginGrading({ submissionId, imageHash }: { submissionId: string; imageHash: string | null }): Promise<Begun | null> {
  const rows = await readRows<Begun>(Prisma.sql`
    WITH begun AS (UPDATE "Submission" SET "startedAt" = ${new Date()}::timestamp, "tries" = "tries" + 1
      WHERE "id" = ${submissionId} AND "finishedAt" IS NULL RETURNING *)
    SELECT begun."id", begun."exerciseId", begun."contentHash", begun."code", begun."seed", begun."tries", begun."createdAt",
      same."id" AS "sameId", same."reusedFromId" AS "sameReusedFromId", same."result" AS "sameResult"
    FROM begun LEFT JOIN LATERAL (SELECT * FROM "Submission" AS other
      WHERE other."contentHash" = begun."contentHash" AND other."codeHash" = begun."codeHash" AND other."exerciseId" = begun."exerciseId"
        AND other."imageHash" = ${imageHash} AND other."finishedAt" IS NOT NULL
        AND (other."verdict" IN ('passed', 'failed') OR other."verdict" = 'did-not-run' AND other."code" = begun."code") LIMIT 1) AS same ON true`, 'grading');
  return rows[0] ?? null;
}

/** Puts a submission back to waiting: the grader failed, or the sandbox closed under it, and it will be tried again. */
export async function returnToQueue({ submissionId, countsAsTry }: { submissionId: string; countsAsTry: boolean }): Promise<void> {
  await db().$executeRaw`UPDATE "Submission" SET "startedAt" = NULL, "tries" = greatest(0, "tries" - ${countsAsTry ? 0 : 1}::int)
    WHERE "id" = ${submissionId} AND "finishedAt" IS NULL`;
}

/**
 * Puts a submission that began in the fast lane into the slow one, where its learner takes turns with the others: it would have held up others, or its time ran
 * out while the machine was too busy to give it any. It costs none of its tries. The job that is in hand counts as done.
 */
export async function postpone(submissionId: string): Promise<void> {
  await db().$executeRaw`
    WITH postponed AS (UPDATE "Submission" SET "startedAt" = NULL, "tries" = greatest(0, "tries" - 1), "postponedAt" = now() AT TIME ZONE 'utc'
      WHERE "id" = ${submissionId} AND "finishedAt" IS NULL AND "postponedAt" IS NULL RETURNING *)
    SELECT ${addJob({ of: Prisma.sql`postponed`, priority: Prisma.sql`turn` })} FROM postponed, LATERAL (SELECT count(*) AS turn FROM "Submission" AS other
      WHERE other."learnerId" = postponed."learnerId" AND other."finishedAt" IS NULL AND other."postponedAt" IS NOT NULL) AS standing`;
}

type Comparison = { submissionId: string; exerciseId: string; contentHash: string; compared: number; differences: AdviceDifference[]; seed: number; versions: Record<string, string>; imageHash: string };

/** Keeps how advice in the browser compares with a verdict. @returns false when that is known already */
export async function storeComparison({ differences, ...comparison }: Comparison): Promise<boolean> {
  const { count } = await db().adviceComparison.createMany({ data: { ...comparison, differences, agrees: differences.length === 0 }, skipDuplicates: true });
  return count > 0;
}

/**
 * Writes a verdict, the learner's progress and the news of it, all or nothing. The first call wins: when two graders
 * worked on the same submission (one was thought dead), the second changes nothing and counts nothing.
 * @param contentHash the version of the exercise that gave the result
 * @param reusedFromId the submission that the result was taken over from
 * @returns whether this call finished it
 */
export async function finishSubmission({ submissionId, kind, result, contentHash = null, reusedFromId = null }: { submissionId: string; kind: 'exercise' | 'challenge'; result: GradingResult; contentHash?: string | null; reusedFromId?: string | null }): Promise<boolean> {
  const { verdict, seed, imageHash } = result;
  // A fault of ours is nobody's attempt.
  const of = Prisma.sql`SELECT "learnerId", "exerciseId", ${kind}::"ActivityKind", "courseId", "lessonId", "createdAt" FROM finished WHERE ${verdict !== 'grader-fault'}::boolean`;
  // One statement is one round trip, and a transaction of its own.
  const finished = await readRows<{ id: string }>(Prisma.sql`
    WITH finished AS (UPDATE "Submission" SET "verdict" = ${verdict}::"Verdict", "result" = ${JSON.stringify(result)}::jsonb, "seed" = ${seed}::int,
        "imageHash" = ${imageHash || null}, "contentHash" = coalesce(${contentHash}, "contentHash"), "reusedFromId" = ${reusedFromId}, "finishedAt" = ${new Date()}::timestamp
        WHERE "id" = ${submissionId} AND "finishedAt" IS NULL RETURNING *),
      counted AS (${countingOutcome({ score: scoreOf(result), passed: verdict === 'passed', of })})
    SELECT "id", pg_notify(${GRADED_CHANNEL}, "id") FROM finished`, 'grading');
  return finished.length > 0;
}

/**
 * Grades again what ended in a fault of ours, in the lane where it was.
 * @param contentHash the exercise as it is now: what was wrong may have been its checks. Left out, the version stays
 * @returns whether there was such a submission
 */
export async function regrade(submissionId: string, contentHash: string | null = null): Promise<boolean> {
  const again = await db().$executeRaw`
    WITH again AS (UPDATE "Submission" SET "contentHash" = coalesce(${contentHash}, "contentHash"), "verdict" = NULL, "startedAt" = NULL, "finishedAt" = NULL, "tries" = 0
      WHERE "id" = ${submissionId} AND "verdict" = 'grader-fault' RETURNING *)
    SELECT ${addJob({ of: Prisma.sql`again`, priority: Prisma.sql`0` })} FROM again`;
  return again > 0;
}

/**
 * Keeps a later verdict on a submission, by another version of its exercise. The first verdict stays as it is, and
 * progress can only rise by it: no attempt is counted.
 * @returns false when the submission is gone
 */
export async function recordRegrading({ submissionId, contentHash, result }: { submissionId: string; contentHash: string; result: GradingResult }): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const row = await tx.submission.findUnique({ where: { id: submissionId }, select: { learnerId: true, exerciseId: true, createdAt: true } });
    if (!row) return false;
    await tx.regrading.create({ data: { submissionId, contentHash, verdict: stored(result.verdict), result } });
    await raiseOutcome(tx, { learnerId: row.learnerId, activityId: row.exerciseId, score: scoreOf(result), passed: result.verdict === 'passed', at: row.createdAt });
    return true;
  });
}
