import 'server-only';
import { displayName } from '@/lib/classrooms/rules';
import type { ClassroomAccess } from '@/lib/classrooms/schema';
import { gradingResult, type Verdict, verdict } from '@/lib/grading/schema';
import { db } from '@/lib/platform/db';
import type { LatestSubmission, LearnerTotal, Outcome, SubmissionRecord } from './schema';

/** A classroom's page lists no more learners than this. */
const MAX_LEARNERS = 1000;
const SUBMISSIONS_PER_PAGE = 10;

const outcomeFields = { learnerId: true, activityId: true, attempts: true, bestScore: true, passedAt: true, lastAt: true } as const;

/** Prisma's enum cannot hold a hyphen. */
const spoken = (stored: string | null): Verdict | null => (stored === null ? null : verdict.parse(stored.replaceAll('_', '-')));

/** Every read below is narrowed by this: learners who are in the classroom now, in its course. */
const ofClassroom = ({ classroomId, courseId }: ClassroomAccess) => ({ courseId, learner: { memberships: { some: { classroomId, role: 'learner' as const } } } });

/**
 * Every learner of the classroom with how much they passed and when they were last here, and how many passed each activity.
 * @param activityIds the activities the course has now; others are not counted
 */
export async function readTotals(access: ClassroomAccess, activityIds: string[]): Promise<{ learners: LearnerTotal[]; passedCounts: Map<string, number> }> {
  const where = { ...ofClassroom(access), activityId: { in: activityIds } };
  const [members, passed, worked, visited, activities] = await Promise.all([
    db().classroomMember.findMany({
      where: { classroomId: access.classroomId, role: 'learner' },
      select: { userId: true, user: { select: { name: true, email: true } } },
      orderBy: { userId: 'asc' },
      take: MAX_LEARNERS,
    }),
    db().progress.groupBy({ by: ['learnerId'], where: { ...where, passedAt: { not: null } }, _count: true }),
    db().progress.groupBy({ by: ['learnerId'], where: ofClassroom(access), _max: { lastAt: true } }),
    db().lessonVisit.groupBy({ by: ['learnerId'], where: ofClassroom(access), _max: { lastAt: true } }),
    db().progress.groupBy({ by: ['activityId'], where: { ...where, passedAt: { not: null } }, _count: true }),
  ]);
  const passedBy = new Map(passed.map((row) => [row.learnerId, row._count]));
  const lastBy = new Map<string, Date>();
  for (const { learnerId, _max } of [...worked, ...visited]) {
    const known = lastBy.get(learnerId);
    if (_max.lastAt && (!known || _max.lastAt > known)) lastBy.set(learnerId, _max.lastAt);
  }
  return {
    learners: members.map(({ userId, user }) => ({ userId, name: displayName(user), passed: passedBy.get(userId) ?? 0, lastActive: lastBy.get(userId) ?? null })),
    passedCounts: new Map(activities.map((row) => [row.activityId, row._count])),
  };
}

/** The outcomes of some of the classroom's learners; of anybody else, none. */
export async function readOutcomes(access: ClassroomAccess, learnerIds: string[]): Promise<Outcome[]> {
  return db().progress.findMany({ where: { ...ofClassroom(access), learnerId: { in: learnerIds } }, select: outcomeFields });
}

/** How often a learner of the classroom handed something in, per exercise. */
export async function countSubmissions(access: ClassroomAccess, learnerId: string): Promise<Map<string, number>> {
  const rows = await db().submission.groupBy({ by: ['exerciseId'], where: { ...ofClassroom(access), learnerId }, _count: true });
  return new Map(rows.map((row) => [row.exerciseId, row._count]));
}

/** How often a learner of the classroom handed a quiz in, per quiz. */
export async function countAttempts(access: ClassroomAccess, learnerId: string): Promise<Map<string, number>> {
  const rows = await db().quizAttempt.groupBy({ by: ['quizId'], where: { ...ofClassroom(access), learnerId }, _count: true });
  return new Map(rows.map((row) => [row.quizId, row._count]));
}

/** A learner's latest submissions in the course, without code: no more than fit on an exercise's first page, so that each stands there. */
export async function listLatestSubmissions(access: ClassroomAccess, learnerId: string): Promise<Omit<LatestSubmission, 'title'>[]> {
  const rows = await db().submission.findMany({
    where: { ...ofClassroom(access), learnerId },
    select: { id: true, exerciseId: true, verdict: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: SUBMISSIONS_PER_PAGE,
  });
  return rows.map((row) => ({ ...row, verdict: spoken(row.verdict) }));
}

/** A learner's submissions to one exercise, newest first, ten a page; none of anybody outside the classroom. */
export async function listSubmissions(access: ClassroomAccess, { learnerId, exerciseId, page }: { learnerId: string; exerciseId: string; page: number }) {
  const where = { ...ofClassroom(access), learnerId, exerciseId };
  const [rows, total] = await Promise.all([
    db().submission.findMany({
      where,
      select: { id: true, exerciseId: true, contentHash: true, code: true, verdict: true, result: true, createdAt: true, finishedAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * SUBMISSIONS_PER_PAGE,
      take: SUBMISSIONS_PER_PAGE,
    }),
    db().submission.count({ where }),
  ]);
  const submissions = rows.map((row): SubmissionRecord => ({
    ...row,
    verdict: spoken(row.verdict),
    result: gradingResult.safeParse(row.result).data ?? null,
  }));
  return { submissions, total, pages: Math.max(1, Math.ceil(total / SUBMISSIONS_PER_PAGE)) };
}
