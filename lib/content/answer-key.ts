import 'server-only';
import { notFound } from '../platform/errors';
import { requireLibrary, surveyLibrary } from './internal/library';
import { readLesson, type LessonJob, type LessonReport } from './internal/read-lesson';
import type { Course, ExerciseKey, QuizKey } from './schema';

/** Solution, checks and known mistakes of an exercise, or null. */
export async function findExerciseKey(id: string, { root }: { root?: string } = {}): Promise<ExerciseKey | null> {
  return (await requireLibrary(root)).exerciseKeys.get(id) ?? null;
}

/**
 * Solution, checks and known mistakes of an exercise that has to be there.
 * @throws AppError 404 when no exercise has this id
 */
export async function requireExerciseKey(id: string, where: { root?: string } = {}): Promise<ExerciseKey> {
  const key = await findExerciseKey(id, where);
  if (!key) throw notFound('There is no such exercise.');
  return key;
}

/**
 * Answers, reasons and explanations of a quiz.
 * @throws AppError 404 when no quiz has this id
 */
export async function requireQuizKey(id: string, { root }: { root?: string } = {}): Promise<QuizKey> {
  const key = (await requireLibrary(root)).quizKeys.get(id);
  if (!key) throw notFound('There is no such quiz.');
  return key;
}

/** All exercises with their answers, whatever else is wrong in the content: for the author's own checks, which want to run what there is. */
export async function surveyExercises({ root }: { root?: string } = {}): Promise<{ courses: Course[]; keys: ExerciseKey[] }> {
  const { courses, exerciseKeys } = await surveyLibrary(root);
  return { courses, keys: [...exerciseKeys.values()] };
}

/** What is written in a checks.py, for reports that name its lines. */
export { assertsIn, checksIn, DOES_NOT_RUN } from './internal/python-source';

/** Reads one lesson for `checkContent`, wherever that is done: in another thread, or not at all when nothing changed. */
export const reportOnLesson = (job: LessonJob): LessonReport => readLesson(job).report;
export type { LessonJob, LessonReport };
