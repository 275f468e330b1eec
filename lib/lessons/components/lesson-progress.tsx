'use client';

import { Icon } from '@/components/icon';
import { useCourseProgress } from './use-course-progress';
import styles from './lesson-progress.module.css';

/** How far this visitor is in one lesson. Says nothing until there is something to say. */
export function LessonProgress({ courseId, lessonId, activityIds }: { courseId: string; lessonId: string; activityIds: string[] }) {
  const { progress } = useCourseProgress(courseId);
  if (!progress) return null;
  const passed = new Set(progress.activities.filter((activity) => activity.passed).map((activity) => activity.activityId));
  const done = activityIds.filter((id) => passed.has(id)).length;
  if (activityIds.length > 0 && done === activityIds.length) {
    return (
      <span className={styles.complete}>
        <Icon name="circle-check" size={16} /> Complete
      </span>
    );
  }
  if (done === 0) return progress.visitedLessonIds.includes(lessonId) ? <span>Opened</span> : null;
  return (
    <span className={styles.part}>
      <progress className={styles.bar} max={activityIds.length} value={done} aria-hidden />
      {done} of {activityIds.length} done
    </span>
  );
}
