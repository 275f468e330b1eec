import 'server-only';
import { db } from '@/lib/platform/db';

/** Rows read at a time: a submission may hold 64 KB of code and as much output. */
const BATCH = 100;

/** Everything small about a person. No secrets: password hashes, sessions, and tokens stay out. */
export async function readPersonalData(userId: string) {
  const [profile, progress, visits, memberships, reports] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { id: true, name: true, email: true, emailVerified: true, image: true, roles: true, createdAt: true, accounts: { select: { provider: true, providerAccountId: true } } },
    }),
    db().progress.findMany({ where: { learnerId: userId }, omit: { learnerId: true }, orderBy: { firstAt: 'asc' } }),
    db().lessonVisit.findMany({ where: { learnerId: userId }, omit: { learnerId: true }, orderBy: { firstAt: 'asc' } }),
    db().classroomMember.findMany({ where: { userId }, select: { role: true, joinedAt: true, classroom: { select: { id: true, name: true, courseId: true } } }, orderBy: { joinedAt: 'asc' } }),
    db().lessonReport.findMany({ where: { learnerId: userId }, omit: { learnerId: true, sameAs: true }, orderBy: { createdAt: 'asc' } }),
  ]);
  return { profile, progress, visits, memberships, reports };
}

/** Learners do not see the seed of their checks' inputs. docs/decisions/0054-receipts-and-reuse.md */
const withoutSeed = (result: unknown): unknown => (typeof result === 'object' && result !== null ? { ...result, seed: undefined } : result);

/** A person's submissions with code, results, later verdicts and what their browser said beforehand, oldest first, a hundred at a time. */
export async function* readAllSubmissions(learnerId: string) {
  let after: string | undefined;
  do {
    const rows = await db().submission.findMany({
      where: { learnerId },
      select: { id: true, courseId: true, lessonId: true, exerciseId: true, code: true, verdict: true, result: true, createdAt: true, finishedAt: true, regradings: { select: { verdict: true, result: true, createdAt: true }, orderBy: { createdAt: 'asc' } }, advice: { select: { compared: true, differences: true, versions: true, createdAt: true } } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: BATCH,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    yield* rows.map(({ result, regradings, ...row }) => ({ ...row, result: withoutSeed(result), regradings: regradings.map((later) => ({ ...later, result: withoutSeed(later.result) })) }));
    after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
  } while (after);
}

export async function readAllAttempts(learnerId: string) {
  return db().quizAttempt.findMany({
    where: { learnerId },
    select: { id: true, courseId: true, lessonId: true, quizId: true, answers: true, score: true, total: true, retryOfId: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  });
}
