import 'server-only';
import { renderInlineMarkdown, renderMarkdown } from '@/lib/content/data';
import type { Quiz } from '@/lib/content/schema';
import { db } from '@/lib/platform/db';
import type { QuizHtml } from './schema';

/** A learner's own attempt, or null when there is none under this id or it is somebody else's. */
export async function getAttempt({ attemptId, learnerId }: { attemptId: string; learnerId: string }) {
  return db().quizAttempt.findFirst({ where: { id: attemptId, learnerId } });
}

/** The last attempt a learner handed in at a quiz, or null. */
export async function getLatestAttempt({ quizId, learnerId }: { quizId: string; learnerId: string }) {
  return db().quizAttempt.findFirst({ where: { quizId, learnerId }, orderBy: { createdAt: 'desc' } });
}

/** The attempt a learner made under an idempotency key, or null. */
export async function getAttemptByKey({ learnerId, idempotencyKey }: { learnerId: string; idempotencyKey: string }) {
  return db().quizAttempt.findUnique({ where: { learnerId_idempotencyKey: { learnerId, idempotencyKey } } });
}

/** The Markdown of prompts and options as HTML, for pages made at build time. Holds nothing that gives an answer away. */
export async function renderQuiz(quiz: Quiz): Promise<QuizHtml> {
  const questions = quiz.questions.map(async (question) => {
    const options = await Promise.all(question.options.map(async ({ id, text }) => [id, await renderInlineMarkdown(text)] as const));
    return [question.id, { prompt: await renderMarkdown(question.prompt), options: Object.fromEntries(options) }] as const;
  });
  return Object.fromEntries(await Promise.all(questions));
}
