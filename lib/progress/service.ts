import { listCourses } from '@/lib/content/data';
import { lessonPath } from '@/lib/content/rules';
import type { Course } from '@/lib/content/schema';
import { notFound } from '@/lib/platform/errors';
import { readCourseProgress } from './data';
import { recordVisit } from './mutations';
import { type LessonStep, whereToGoOn } from './rules';
import { type CourseProgress, courseProgress } from './schema';

type Learner = { id: string; guest: boolean; name: string | null };

async function requireCourse(courseId: string): Promise<Course> {
  const course = (await listCourses()).find((one) => one.id === courseId);
  if (!course) throw notFound('There is no such course.');
  return course;
}

const lessonsOf = (course: Course) => course.modules.flatMap((module) => module.lessons);

const steps = (course: Course): LessonStep[] =>
  lessonsOf(course).map((lesson) => ({
    id: lesson.id,
    path: lessonPath({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug }),
    activityIds: [...lesson.exercises.map((exercise) => exercise.id), ...(lesson.quiz ? [lesson.quiz.id] : [])],
  }));

/**
 * Everything personal that a static course or lesson page shows.
 * @param learner null for a first-time visitor
 * @throws AppError 404 no such course
 */
export async function describeProgress({ learner, courseId }: { learner: Learner | null; courseId: string }): Promise<CourseProgress> {
  const course = await requireCourse(courseId);
  if (!learner) return { signedIn: false, name: null, activities: [], visitedLessonIds: [], continueAt: null };
  const { activities, visitedLessonIds, lastLessonId } = await readCourseProgress({ learnerId: learner.id, courseId });
  const continueAt = whereToGoOn({ lessons: steps(course), activities, lastLessonId });
  return courseProgress.parse({ signedIn: !learner.guest, name: learner.name, activities, visitedLessonIds, continueAt });
}

/** Notes that a learner opened a lesson. @throws AppError 404 when the course has no such lesson */
export async function visitLesson({ learnerId, courseId, lessonId }: { learnerId: string; courseId: string; lessonId: string }): Promise<void> {
  const course = await requireCourse(courseId);
  if (!lessonsOf(course).some((lesson) => lesson.id === lessonId)) throw notFound('There is no such lesson.');
  await recordVisit({ learnerId, courseId, lessonId });
}
