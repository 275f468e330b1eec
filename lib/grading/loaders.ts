import 'server-only';
import { notFound } from 'next/navigation';
import { countFromAddress, getActor } from '@/lib/auth/session';
import { findExercise, highlightPython, listCourses } from '@/lib/content/data';
import { anchors, lessonPath } from '@/lib/content/rules';
import { AppError } from '@/lib/platform/errors';
import { countAgainst } from '@/lib/platform/rate-limit';
import type { ExercisePlace } from './schema';
import { readEarlierSubmissions, readSolution, readSubmission, runNow } from './service';

const allLessons = async () => (await listCourses()).flatMap((course) => course.modules.flatMap((module) => module.lessons));

async function loadPlace(exerciseId: string): Promise<ExercisePlace | null> {
  const exercise = await findExercise(exerciseId);
  const lesson = exercise && (await allLessons()).find((one) => one.id === exercise.lessonId);
  if (!exercise || !lesson) return null;
  const lessonHref = lessonPath({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug });
  return { exerciseId, title: exercise.title, lessonTitle: lesson.title, lessonHref, href: `${lessonHref}#${anchors.exercise(exercise.name)}` };
}

/** The page of one of the reader's own submissions. Strangers get the same 404 as for none. */
export async function loadSubmission(submissionId: string) {
  const learner = await getActor();
  const submission = learner && (await readSubmission(submissionId).catch(orNull));
  if (!submission || submission.learnerId !== learner.id) notFound();
  const { code, learnerId, receipt, regradings, ...view } = submission;
  const [place, codeHtml, earlier] = await Promise.all([
    loadPlace(view.exerciseId),
    highlightPython(code),
    readEarlierSubmissions({ learnerId, exerciseId: view.exerciseId }),
  ]);
  return { submission: view, receipt, regradings, place, codeHtml, earlier };
}

/** The reader's own submissions to an exercise, with their code. */
export async function loadEarlierSubmissions(exerciseId: string) {
  const [learner, place] = await Promise.all([getActor(), loadPlace(exerciseId)]);
  if (!place) notFound();
  const earlier = learner ? await readEarlierSubmissions({ learnerId: learner.id, exerciseId }) : [];
  return { place, earlier };
}

/** The model solution of an exercise, or why it may not be seen yet. */
export async function loadSolution(exerciseId: string) {
  const [learner, place] = await Promise.all([getActor(), loadPlace(exerciseId)]);
  if (!place) notFound();
  try {
    return { place, solution: await readSolution({ learnerId: learner?.id ?? null, exerciseId }), refusal: null };
  } catch (error) {
    if (error instanceof AppError && error.status === 403) return { place, solution: null, refusal: error.message };
    throw error;
  }
}

/**
 * Runs an example of a lesson now, for the page that needs no scripts.
 * @param exampleId `<lesson id>/<example name>`
 */
export async function loadRun(exampleId: string) {
  const [lessonId, name] = exampleId.split('/');
  const lesson = (await allLessons()).find((one) => one.id === lessonId);
  const example = lesson?.examples.find((one) => one.name === name);
  if (!lesson || !example) notFound();
  const href = `${lessonPath({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug })}#${anchors.example(example.name)}`;
  const place = { lessonTitle: lesson.title, href, codeHtml: await highlightPython(example.code), expected: example.output };
  try {
    const actor = await getActor();
    await countFromAddress({ actor, limit: 'runFromAddress' });
    if (actor) await countAgainst('run', actor.id);
    return { ...place, result: await runNow({ code: example.code }), refusal: null };
  } catch (error) {
    if (error instanceof AppError) return { ...place, result: null, refusal: error.message };
    throw error;
  }
}

function orNull(error: unknown): null {
  if (error instanceof AppError && error.status === 404) return null;
  throw error;
}
