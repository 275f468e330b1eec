import 'server-only';
import { randomInt } from 'node:crypto';
import type { ExerciseKey } from '@/lib/content/schema';
import { db, type Transaction } from '@/lib/platform/db';
import { badRequest } from '@/lib/platform/errors';
import { raiseOutcome, recordOutcome } from '@/lib/progress/mutations';
import { hashOfCode } from './internal/code-hash';
import { scoreOf } from './rules';
import { GRADE_TASK, GRADED_CHANNEL, type GradingResult, type Verdict } from './schema';

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

/**
 * Stores a submission and puts it in the queue, both or neither. Handing in the same key again finds the first one.
 * @returns the submission's id, and whether this call made it
 * @throws AppError 400 when the key stands for another exercise
 */
export async function storeSubmission(submission: NewSubmission): Promise<{ submissionId: string; created: boolean }> {
  const { learnerId, idempotencyKey, exerciseId } = submission;
  return db().$transaction(async (tx) => {
    const made = await tx.submission.createManyAndReturn({ data: { ...submission, codeHash: hashOfCode(submission.code), seed: randomInt(MAX_SEED) }, skipDuplicates: true, select: { id: true } });
    if (made[0]) {
      await enqueue(tx, made[0].id);
      return { submissionId: made[0].id, created: true };
    }
    const first = await tx.submission.findUniqueOrThrow({ where: { learnerId_idempotencyKey: { learnerId, idempotencyKey } }, select: { id: true, exerciseId: true } });
    return { submissionId: requireSameExercise({ first, exerciseId }), created: false };
  });
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

async function enqueue(tx: Transaction, submissionId: string): Promise<void> {
  const payload = JSON.stringify({ submissionId });
  await tx.$executeRaw`SELECT graphile_worker.add_job(${GRADE_TASK}, ${payload}::json, job_key => ${`grade:${submissionId}`})`;
}

/**
 * Puts back in the queue every submission that is stored and unfinished but has no job that will still run: what is
 * left after the queue's tables were lost or a job used up its tries.
 * @returns how many
 */
export async function enqueueForgotten(): Promise<number> {
  return db().$executeRaw`
    SELECT graphile_worker.add_job(${GRADE_TASK}, json_build_object('submissionId', waiting."id"), job_key => 'grade:' || waiting."id")
    FROM "Submission" AS waiting WHERE "finishedAt" IS NULL AND NOT EXISTS
      (SELECT 1 FROM graphile_worker.jobs WHERE jobs.key = 'grade:' || waiting."id" AND jobs.attempts < jobs.max_attempts)`;
}

/** Marks that a grader begins a submission. Null when there is nothing to do: it is finished, or its learner deleted it. */
export async function beginGrading(submissionId: string) {
  const rows = await db().submission.updateManyAndReturn({
    where: { id: submissionId, finishedAt: null },
    data: { startedAt: new Date(), tries: { increment: 1 } },
    select: { id: true, exerciseId: true, contentHash: true, code: true, seed: true, tries: true, createdAt: true },
  });
  return rows[0] ?? null;
}

/** Puts a submission back to waiting: the grader failed, or the sandbox closed under it, and it will be tried again. */
export async function returnToQueue({ submissionId, countsAsTry }: { submissionId: string; countsAsTry: boolean }): Promise<void> {
  await db().submission.updateMany({ where: { id: submissionId, finishedAt: null }, data: { startedAt: null, tries: { decrement: countsAsTry ? 0 : 1 } } });
}

/**
 * Writes a verdict, the learner's progress and the news of it, all or nothing. The first call wins: when two graders
 * worked on the same submission (one was thought dead), the second changes nothing and counts nothing.
 * @param reusedFromId the submission that the result was taken over from
 * @returns whether this call finished it
 */
export async function finishSubmission({ submissionId, kind, result, reusedFromId }: { submissionId: string; kind: 'exercise' | 'challenge'; result: GradingResult; reusedFromId?: string }): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const rows = await tx.submission.updateManyAndReturn({
      where: { id: submissionId, finishedAt: null },
      data: { verdict: stored(result.verdict), result, seed: result.seed, imageHash: result.imageHash || null, reusedFromId, finishedAt: new Date() },
      select: { learnerId: true, courseId: true, lessonId: true, exerciseId: true, createdAt: true },
    });
    const row = rows[0];
    if (!row) return false;
    // A fault of ours is nobody's attempt.
    if (result.verdict !== 'grader-fault') {
      const { learnerId, courseId, lessonId, exerciseId: activityId, createdAt: at } = row;
      await recordOutcome(tx, { learnerId, activityId, kind, courseId, lessonId, score: scoreOf(result), passed: result.verdict === 'passed', at });
    }
    await tx.$executeRaw`SELECT pg_notify(${GRADED_CHANNEL}, ${submissionId})`;
    return true;
  });
}

/**
 * Grades again what ended in a fault of ours.
 * @param contentHash the exercise as it is now: what was wrong may have been its checks. Left out, the version stays
 * @returns whether there was such a submission
 */
export async function regrade(submissionId: string, contentHash?: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.submission.updateMany({
      where: { id: submissionId, verdict: 'grader_fault' },
      data: { contentHash, verdict: null, startedAt: null, finishedAt: null, tries: 0 },
    });
    if (count > 0) await enqueue(tx, submissionId);
    return count > 0;
  });
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
