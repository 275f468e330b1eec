import { randomUUID } from 'node:crypto';
import { requireExerciseKey, requireQuizKey } from '../../lib/content/answer-key';
import type { Exercise, Lesson, Quiz } from '../../lib/content/schema';
import { db } from '../../lib/platform/db';
import { recordOutcome } from '../../lib/progress/mutations';
import { mark } from '../../lib/quizzes/rules';
import { dice } from './dice';
import { graded } from './graded';
import type { Learner } from './people';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS_PER_LESSON = 4;
const MINUTES_BETWEEN_TRIES = 4;
const MOST_FAILED_TRIES = 4;
/** a question of each quiz, and the share of learners whom it misleads */
const MISLEADING = 4;
const FALL_FOR_IT = 0.7;

type Context = { learnerId: string; learner: Learner; courseId: string };

/** Writes what a demo learner did in a course: visits, submissions with the sandbox's real results, quiz attempts, progress. */
export async function writeHistory({ learnerId, learner, courseId, lessons }: Context & { lessons: Lesson[] }): Promise<void> {
  const current = learner.now === 'not-begun' ? [] : [learner.finishedLessons];
  const seen = [...lessons.keys()].filter((index) => index < learner.finishedLessons || current.includes(index));
  for (const index of seen) {
    const lesson = lessons[index];
    if (!lesson) continue;
    const daysAgo = learner.lastSeenDaysAgo + (seen.length - 1 - seen.indexOf(index)) * DAYS_PER_LESSON;
    const begunAt = new Date(Date.now() - daysAgo * DAY_MS - 90 * MINUTE_MS);
    await db().lessonVisit.create({ data: { learnerId, courseId, lessonId: lesson.id, firstAt: begunAt, lastAt: begunAt } });
    await writeLesson({ learnerId, learner, courseId, lesson, begunAt, finished: index < learner.finishedLessons });
  }
}

async function writeLesson({ lesson, begunAt, finished, ...who }: Context & { lesson: Lesson; begunAt: Date; finished: boolean }): Promise<void> {
  const stuck = !finished && who.learner.now === 'stuck';
  let at = begunAt.getTime() + 15 * MINUTE_MS;
  const exercises = finished ? lesson.exercises : lesson.exercises.slice(0, 1);
  for (const exercise of exercises) {
    for (const code of await tries({ exercise, learner: who.learner, stuck })) {
      await writeSubmission({ ...who, exercise, code, at: new Date(at) });
      at += MINUTES_BETWEEN_TRIES * MINUTE_MS;
    }
  }
  if (finished && lesson.quiz) await writeAttempt({ ...who, quiz: lesson.quiz, at: new Date(at + 10 * MINUTE_MS) });
}

/** The code a learner hands in, in order: known mistakes first, then the solution, unless they are stuck. */
async function tries({ exercise, learner, stuck }: { exercise: Exercise; learner: Learner; stuck: boolean }): Promise<string[]> {
  const { wrong, solution, exercise: { starter } } = await requireExerciseKey(exercise.id);
  const { roll, pick } = dice(`${learner.name} ${exercise.id}`);
  const [slip, ...slips] = slipsOf(solution);
  const mistakes = [...wrong.map(({ code }) => code), ...slips];
  if (stuck) {
    const mistake = pick(mistakes) ?? starter;
    return [starter, pick(mistakes) ?? starter, ...Array.from({ length: 5 }, (_, n) => `${mistake}\n# try ${n + 1}\n`)];
  }
  // several people begin with the same slip
  const before = slip !== undefined && roll() < learner.struggles / 2 ? [slip] : [];
  while (roll() < learner.struggles && before.length < MOST_FAILED_TRIES) before.push(pick([...mistakes, starter]) ?? starter);
  return [...before, solution];
}

/** What no author thought of: the solution with one of its lines forgotten. */
function slipsOf(solution: string): string[] {
  const lines = solution.split('\n');
  const inside = [...lines.keys()].filter((index) => /^ {4}\w/.test(lines[index] ?? ''));
  return [inside[0], inside.at(-1)].filter((index) => index !== undefined).map((index) => lines.toSpliced(index, 1).join('\n'));
}

async function writeSubmission({ learnerId, courseId, exercise, code, at }: Context & { exercise: Exercise; code: string; at: Date }): Promise<void> {
  // a comment at the end changes nothing in the result, so the same mistake is graded once
  const result = await graded(exercise.id, code.replace(/\n# try \d+\n$/, '\n'));
  const score = result.checks.length ? result.checks.filter((check) => check.status === 'passed').length / result.checks.length : 0;
  const verdict = result.verdict.replaceAll('-', '_') as 'passed';
  await db().$transaction(async (tx) => {
    await tx.submission.create({
      data: {
        learnerId, courseId, lessonId: exercise.lessonId, exerciseId: exercise.id, code, idempotencyKey: randomUUID(), contentHash: exercise.contentHash,
        seed: result.seed, verdict, result, tries: 1, createdAt: at, startedAt: at, finishedAt: new Date(at.getTime() + 40),
      },
    });
    const kind = exercise.kind === 'challenge' ? 'challenge' : 'exercise';
    await recordOutcome(tx, { learnerId, activityId: exercise.id, kind, courseId, lessonId: exercise.lessonId, score, passed: result.verdict === 'passed', at });
  });
}

async function writeAttempt({ learnerId, learner, courseId, quiz, at }: Context & { quiz: Quiz; at: Date }): Promise<void> {
  const { questions } = await requireQuizKey(quiz.id);
  const { roll, pick } = dice(`${learner.name} ${quiz.id}`);
  const answers = Object.fromEntries(
    questions.map(({ id, answer, options }, index) => {
      // one question of each quiz has a wrong option that most fall for, so that authors see what such a one looks like
      const trap = index === MISLEADING && roll() < FALL_FOR_IT ? options.find((option) => option.id !== answer)?.id : undefined;
      return [id, trap ?? (roll() < learner.struggles / 2 ? (pick(options)?.id ?? answer) : answer)];
    }),
  );
  const { score, total, passed } = mark({ questions, answers });
  await db().$transaction(async (tx) => {
    const { id: quizId, lessonId, contentHash } = quiz;
    await tx.quizAttempt.create({ data: { learnerId, courseId, lessonId, quizId, idempotencyKey: randomUUID(), contentHash, answers, score, total, createdAt: at } });
    await recordOutcome(tx, { learnerId, activityId: quizId, kind: 'quiz', courseId, lessonId, score: score / total, passed, at });
  });
}
