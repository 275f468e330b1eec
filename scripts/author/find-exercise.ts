import { surveyExercises } from '../../lib/content/answer-key';
import type { Course, ExerciseKey, Lesson } from '../../lib/content/schema';

export type FoundExercise = { courses: Course[]; key: ExerciseKey; folder: string };

const folderOf = (lesson: Lesson, exercise: string) => `content/courses/${lesson.courseSlug}/lessons/${lesson.slug}/exercises/${exercise}`;

/** An exercise with its answers and its folder (content/…), whatever else is wrong in the content. */
export async function findExercise({ exerciseId, root }: { exerciseId: string; root: string }): Promise<FoundExercise | null> {
  const { courses, keys } = await surveyExercises({ root });
  const key = keys.find(({ exercise }) => exercise.id === exerciseId);
  const lesson = courses.flatMap(({ modules }) => modules.flatMap(({ lessons }) => lessons)).find(({ id }) => id === key?.exercise.lessonId);
  return key && lesson ? { courses, key, folder: folderOf(lesson, key.exercise.name) } : null;
}

/** A lesson and its exercises with their answers, in the order of the page; null when it cannot be read. */
export async function findLesson({ course: courseSlug, lesson: slug, root }: { course: string; lesson: string; root: string }): Promise<{ lesson: Lesson; exercises: FoundExercise[] } | null> {
  const { courses, keys } = await surveyExercises({ root });
  const lesson = courses.find((course) => course.slug === courseSlug)?.modules.flatMap(({ lessons }) => lessons).find((one) => one.slug === slug);
  if (!lesson) return null;
  const found = lesson.exercises.flatMap(({ id, name }) => keys.filter(({ exercise }) => exercise.id === id).map((key) => ({ courses, key, folder: folderOf(lesson, name) })));
  return { lesson, exercises: found };
}
