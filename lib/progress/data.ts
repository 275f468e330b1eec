import 'server-only';
import { db } from '@/lib/platform/db';
import type { ActivityProgress } from './schema';

const activityFields = { activityId: true, kind: true, lessonId: true, attempts: true, bestScore: true, passedAt: true } as const;
type ActivityRow = Omit<ActivityProgress, 'passed'> & { passedAt: Date | null };

function toActivity({ passedAt, ...row }: ActivityRow): ActivityProgress {
  return { ...row, passed: passedAt !== null };
}

/** Everything a learner did in a course: best outcomes, lessons opened, and the lesson they were in last. */
export async function readCourseProgress({ learnerId, courseId }: { learnerId: string; courseId: string }) {
  const [activities, visits] = await Promise.all([
    db().progress.findMany({ where: { learnerId, courseId }, select: { ...activityFields, lastAt: true } }),
    db().lessonVisit.findMany({ where: { learnerId, courseId }, select: { lessonId: true, lastAt: true }, orderBy: { lastAt: 'desc' } }),
  ]);
  const latest = [...activities, ...visits].reduce<{ lessonId: string; lastAt: Date } | null>((best, row) => (best && best.lastAt >= row.lastAt ? best : row), null);
  return {
    activities: activities.map(({ lastAt: _lastAt, ...row }) => toActivity(row)),
    visitedLessonIds: visits.map((visit) => visit.lessonId),
    lastLessonId: latest?.lessonId ?? null,
  };
}

/** A learner's best outcome in one activity, or null before the first graded try. */
export async function getActivity({ learnerId, activityId }: { learnerId: string; activityId: string }): Promise<ActivityProgress | null> {
  const row = await db().progress.findUnique({ where: { learnerId_activityId: { learnerId, activityId } }, select: activityFields });
  return row && toActivity(row);
}
