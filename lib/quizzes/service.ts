import 'server-only';
import { requireQuizKey } from '@/lib/content/answer-key';
import type { QuizKey } from '@/lib/content/schema';
import { badRequest, notFound } from '@/lib/platform/errors';
import { getAttempt, getAttemptByKey, getLatestAttempt } from './data';
import { renderInlineMarkdown, renderMarkdown } from '@/lib/content/data';
import { storeAttempt } from './mutations';
import { carryOver, mark, requireComplete, type Answers } from './rules';
import { attemptView, type AttemptRequest, type AttemptView } from './schema';

type Attempt = NonNullable<Awaited<ReturnType<typeof getAttempt>>>;

/**
 * Marks and stores a quiz that a learner hands in. The same idempotency key again answers with the first attempt.
 * @throws AppError 400 when questions are open or unknown, 404 when the quiz, or the attempt that is retried, is not theirs
 */
export async function handIn({ learnerId, request }: { learnerId: string; request: AttemptRequest }): Promise<AttemptView> {
  const key = await requireQuizKey(request.quizId);
  const earlier = await getAttemptByKey({ learnerId, idempotencyKey: request.idempotencyKey });
  if (earlier) return toView({ attempt: requireSameQuiz(earlier, request.quizId), key });
  const answers = requireComplete({ questions: key.questions, answers: await allAnswers({ learnerId, request, key }) });
  const { score, total, passed } = mark({ questions: key.questions, answers });
  const { id: quizId, courseId, lessonId, contentHash } = key.quiz;
  const { idempotencyKey, retryOf: retryOfId } = request;
  const attempt = await storeAttempt({ learnerId, courseId, lessonId, quizId, idempotencyKey, contentHash, answers, score, total, passed, retryOfId });
  return toView({ attempt: requireSameQuiz(attempt, quizId), key });
}

/** What can be said of an attempt before anybody is made a guest for it. @throws AppError as `handIn` does */
export async function requireAcceptable({ learnerId, request }: { learnerId: string | null; request: Pick<AttemptRequest, 'quizId' | 'answers' | 'retryOf'> }): Promise<void> {
  const key = await requireQuizKey(request.quizId);
  requireComplete({ questions: key.questions, answers: await allAnswers({ learnerId, request, key }) });
}

/** A key belongs to one attempt: with it nobody may look into the answers of another quiz. */
function requireSameQuiz(attempt: Attempt, quizId: string): Attempt {
  if (attempt.quizId !== quizId) throw badRequest('This idempotency key was used for another quiz. Use a new one.', 'key-in-use');
  return attempt;
}

/** The one of `keys` that an attempt was made under already, or else the first. */
export async function knownKey({ learnerId, keys }: { learnerId: string; keys: [string, ...string[]] }): Promise<string> {
  const found = await Promise.all(keys.map((idempotencyKey) => getAttemptByKey({ learnerId, idempotencyKey })));
  return keys.find((_, index) => found[index]) ?? keys[0];
}

/** A learner's own attempt with marks and explanations. @throws AppError 404 */
export async function requireAttemptView({ attemptId, learnerId }: { attemptId: string; learnerId: string }): Promise<AttemptView> {
  const attempt = await getAttempt({ attemptId, learnerId });
  if (!attempt) throw notFound();
  return toView({ attempt, key: await requireQuizKey(attempt.quizId) });
}

/** The last attempt a learner handed in, marked, or null. */
export async function getLatestAttemptView({ quizId, learnerId }: { quizId: string; learnerId: string }): Promise<AttemptView | null> {
  const attempt = await getLatestAttempt({ quizId, learnerId });
  return attempt && toView({ attempt, key: await requireQuizKey(quizId) });
}

async function allAnswers({ learnerId, request, key }: { learnerId: string | null; request: Pick<AttemptRequest, 'quizId' | 'answers' | 'retryOf'>; key: QuizKey }): Promise<Answers> {
  if (!request.retryOf) return request.answers;
  const before = learnerId && (await getAttempt({ attemptId: request.retryOf, learnerId }));
  if (!before || before.quizId !== request.quizId) throw notFound('The attempt you are retrying is not here. Start the quiz again.');
  return carryOver({ questions: key.questions, before: before.answers as Answers, now: request.answers });
}

async function toView({ attempt, key }: { attempt: Attempt; key: QuizKey }): Promise<AttemptView> {
  const answers = attempt.answers as Answers;
  const { correct } = mark({ questions: key.questions, answers });
  const order = key.quiz.questions.map(({ id }) => id);
  const questions = await Promise.all(
    [...key.questions]
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .map(async ({ id, answer, explanation, options }) => ({
        id,
        answer,
        chosen: answers[id] ?? '',
        correct: correct[id] ?? false,
        explanation: await renderMarkdown(explanation),
        reasons: Object.fromEntries(await Promise.all(options.map(async (option) => [option.id, await renderInlineMarkdown(option.reason)]))),
      })),
  );
  const { id, quizId, score, total, createdAt } = attempt;
  return attemptView.parse({ id, quizId, score, total, createdAt: createdAt.toISOString(), questions });
}
