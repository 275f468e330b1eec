import 'server-only';
import { db } from '@/lib/platform/db';
import { recordOutcome } from '@/lib/progress/mutations';

type NewAttempt = {
  learnerId: string;
  courseId: string;
  lessonId: string;
  quizId: string;
  idempotencyKey: string;
  contentHash: string;
  answers: Record<string, string>;
  score: number;
  total: number;
  passed: boolean;
  retryOfId: string | null;
};

/**
 * Stores an attempt and its outcome in one transaction. The same key a second time stores nothing.
 * @returns the attempt, new or found
 */
export async function storeAttempt({ passed, ...attempt }: NewAttempt) {
  const { learnerId, idempotencyKey, courseId, lessonId, quizId } = attempt;
  return db().$transaction(async (tx) => {
    const { count } = await tx.quizAttempt.createMany({ data: [attempt], skipDuplicates: true });
    const stored = await tx.quizAttempt.findUniqueOrThrow({ where: { learnerId_idempotencyKey: { learnerId, idempotencyKey } } });
    if (count === 0) return stored;
    const score = attempt.score / attempt.total;
    await recordOutcome(tx, { learnerId, activityId: quizId, kind: 'quiz', courseId, lessonId, score, passed, at: stored.createdAt });
    return stored;
  });
}
