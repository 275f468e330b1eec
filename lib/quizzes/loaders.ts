import 'server-only';
import { notFound } from 'next/navigation';
import { getActor } from '@/lib/auth/session';
import { findQuiz, listCourses } from '@/lib/content/data';
import { lessonPath, reportPath } from '@/lib/content/rules';
import { AppError } from '@/lib/platform/errors';
import { renderQuiz } from './data';
import { requireAttemptView } from './service';

/** The page of one attempt: the learner's own, or a 404. */
export async function loadAttempt(attemptId: string) {
  const actor = await getActor();
  if (!actor) notFound();
  const attempt = await requireAttemptView({ attemptId, learnerId: actor.id }).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const quiz = await findQuiz(attempt.quizId);
  if (!quiz) notFound();
  const courses = await listCourses();
  const course = courses.find(({ id }) => id === quiz.courseId);
  const lesson = course?.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === quiz.lessonId);
  if (!course || !lesson) notFound();
  return { attempt, quiz, html: await renderQuiz(quiz), lessonTitle: lesson.title, lessonPath: lessonPath({ courseSlug: course.slug, lessonSlug: lesson.slug }), reportHref: reportPath({ courseSlug: course.slug, lessonSlug: lesson.slug, at: '' }) };
}
