'use client';

import { ButtonLink } from '@/components/button';
import { useCourseProgress } from './use-course-progress';

/** Into the course: where this visitor left off, or the first lesson. */
export function ContinueLink({ courseId, lessons }: { courseId: string; lessons: { path: string; title: string }[] }) {
  const { progress } = useCourseProgress(courseId);
  const first = lessons[0];
  const begun = progress !== null && (progress.activities.length > 0 || progress.visitedLessonIds.length > 0);
  const next = begun ? lessons.find((lesson) => lesson.path === progress.continueAt) : undefined;
  if (!first) return null;
  return (
    <ButtonLink variant="primary" href={(next ?? first).path}>
      {next ? 'Continue with' : 'Start with'} {(next ?? first).title}
    </ButtonLink>
  );
}
