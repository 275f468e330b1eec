import type { ActivityProgress } from './schema';

/** As much of a course as deciding where to go on needs: its lessons in order. */
export type LessonStep = { id: string; path: string; activityIds: string[] };

/**
 * Where a learner goes on: the lesson they were in last while something in it is undone, else the next lesson that
 * is not done, else (all done) the last one they were in.
 * @param lessons the course's lessons in order
 * @returns the address of a lesson, or null for somebody who has not begun
 */
export function whereToGoOn({ lessons, activities, lastLessonId }: { lessons: LessonStep[]; activities: ActivityProgress[]; lastLessonId: string | null }): string | null {
  const lastIndex = lessons.findIndex((lesson) => lesson.id === lastLessonId);
  const last = lessons[lastIndex];
  if (!last) return null;
  const passed = new Set(activities.filter((activity) => activity.passed).map((activity) => activity.activityId));
  const undone = (lesson: LessonStep) => lesson.activityIds.length === 0 || lesson.activityIds.some((id) => !passed.has(id));
  if (last.activityIds.length > 0 && undone(last)) return last.path;
  const next = [...lessons.slice(lastIndex + 1), ...lessons.slice(0, lastIndex)].find(undone);
  return (next ?? last).path;
}

/** Name of the event on `window` that says: progress has changed, ask /api/progress again. Sent by panels after a verdict or a marked quiz. */
export const PROGRESS_CHANGED = 'coursewright:progress-changed';
