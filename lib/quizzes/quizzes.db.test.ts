import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { requireQuizKey } from '@/lib/content/answer-key';
import { listCourses } from '@/lib/content/data';
import { db } from '@/lib/platform/db';
import { getLatestAttemptView, handIn, requireAttemptView } from './service';

async function aQuiz() {
  const quiz = (await listCourses()).flatMap((course) => course.modules).flatMap((module) => module.lessons).find((lesson) => lesson.quiz)?.quiz;
  if (!quiz) throw new Error('no course has a quiz');
  const key = await requireQuizKey(quiz.id);
  const right = Object.fromEntries(key.questions.map(({ id, answer }) => [id, answer]));
  const wrong = Object.fromEntries(key.questions.map(({ id, answer, options }) => [id, options.find((option) => option.id !== answer)?.id ?? '']));
  return { quiz, right, wrong, first: key.questions[0]?.id ?? '' };
}

const aLearner = () => db().user.create({ data: { guest: true } });

it('stores one attempt for one key, however often it is handed in', async () => {
  const [{ quiz, right }, { id: learnerId }] = [await aQuiz(), await aLearner()];
  const request = { quizId: quiz.id, answers: right, retryOf: null, idempotencyKey: randomUUID() };
  const [one, two] = await Promise.all([handIn({ learnerId, request }), handIn({ learnerId, request })]);
  const three = await handIn({ learnerId, request: { ...request, answers: {} } });
  expect(new Set([one.id, two.id, three.id]).size).toBe(1);
  expect(await db().quizAttempt.count({ where: { learnerId } })).toBe(1);
  expect(await db().progress.findMany({ where: { learnerId } })).toMatchObject([{ activityId: quiz.id, attempts: 1, bestScore: 1 }]);
});

it('keeps what was right in a retry, and the best score whatever comes after', async () => {
  const [{ quiz, right, wrong, first }, { id: learnerId }] = [await aQuiz(), await aLearner()];
  const total = quiz.questions.length;
  const attempt = await handIn({ learnerId, request: { quizId: quiz.id, answers: { ...wrong, [first]: right[first] ?? '' }, retryOf: null, idempotencyKey: randomUUID() } });
  expect(attempt).toMatchObject({ score: 1, total });
  const rest = Object.fromEntries(Object.entries(right).filter(([id]) => id !== first));
  const retried = await handIn({ learnerId, request: { quizId: quiz.id, answers: rest, retryOf: attempt.id, idempotencyKey: randomUUID() } });
  expect(retried.score).toBe(total);
  await handIn({ learnerId, request: { quizId: quiz.id, answers: wrong, retryOf: null, idempotencyKey: randomUUID() } });
  expect(await db().progress.findMany({ where: { learnerId } })).toMatchObject([{ bestScore: 1, attempts: 3 }]);
  expect(await getLatestAttemptView({ quizId: quiz.id, learnerId })).toMatchObject({ score: 0 });
});

it("hides a learner's attempts from others, and lets nobody retry another's", async () => {
  const [{ quiz, right }, owner, stranger] = [await aQuiz(), await aLearner(), await aLearner()];
  const attempt = await handIn({ learnerId: owner.id, request: { quizId: quiz.id, answers: right, retryOf: null, idempotencyKey: randomUUID() } });
  await expect(requireAttemptView({ attemptId: attempt.id, learnerId: stranger.id })).rejects.toMatchObject({ status: 404 });
  const theft = { quizId: quiz.id, answers: {}, retryOf: attempt.id, idempotencyKey: randomUUID() };
  await expect(handIn({ learnerId: stranger.id, request: theft })).rejects.toMatchObject({ status: 404 });
});

it('opens no other quiz to the key of an attempt', async () => {
  const { id: learnerId } = await aLearner();
  const quizzes = (await listCourses()).flatMap((course) => course.modules).flatMap((module) => module.lessons).flatMap(({ quiz }) => (quiz ? [quiz] : []));
  const [one, other] = quizzes;
  if (!one || !other) throw new Error('two quizzes are needed');
  const idempotencyKey = randomUUID();
  const { questions } = await requireQuizKey(one.id);
  const answers = Object.fromEntries(questions.map(({ id, answer }) => [id, answer]));
  await handIn({ learnerId, request: { quizId: one.id, answers, retryOf: null, idempotencyKey } });
  await expect(handIn({ learnerId, request: { quizId: other.id, answers: {}, retryOf: null, idempotencyKey } })).rejects.toMatchObject({ status: 400, code: 'key-in-use' });
});

it('refuses an unfinished quiz and stores nothing', async () => {
  const [{ quiz, right, first }, { id: learnerId }] = [await aQuiz(), await aLearner()];
  const request = { quizId: quiz.id, answers: { ...right, [first]: '' }, retryOf: null, idempotencyKey: randomUUID() };
  await expect(handIn({ learnerId, request })).rejects.toMatchObject({ status: 400, code: 'unanswered' });
  expect(await db().quizAttempt.count({ where: { learnerId } })).toBe(0);
});
