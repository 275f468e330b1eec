import { badRequest } from '@/lib/platform/errors';

export type Answers = Record<string, string>;
type Question = { id: string; answer: string; options: { id: string }[] };

/** Names of form fields: one group of radio buttons a question, the rest hidden. */
export const FIELDS = { answer: (questionId: string) => `answer.${questionId}`, quiz: 'quiz', retryOf: 'retryOf' };

/** A quiz counts as passed from this share of right answers. */
export const PASS_SHARE = 0.8;

/** Which questions were answered right, and how many. */
export function mark({ questions, answers }: { questions: Question[]; answers: Answers }) {
  const correct = Object.fromEntries(questions.map((question) => [question.id, answers[question.id] === question.answer]));
  const score = Object.values(correct).filter(Boolean).length;
  return { correct, score, total: questions.length, passed: score >= PASS_SHARE * questions.length };
}

/** A retry keeps what was right: only questions answered wrong before take the new answer. */
export function carryOver({ questions, before, now }: { questions: Question[]; before: Answers; now: Answers }): Answers {
  const kept = questions.filter((question) => before[question.id] === question.answer).map((question) => [question.id, question.answer] as const);
  return { ...before, ...now, ...Object.fromEntries(kept) };
}

/**
 * Keeps the answers to questions there are.
 * @throws AppError 400 that names the questions without an answer, or the first answer that is not among the options
 */
export function requireComplete({ questions, answers }: { questions: Question[]; answers: Answers }): Answers {
  const open = questions.flatMap((question, index) => (answers[question.id] ? [] : [index + 1]));
  if (open.length) throw badRequest(`Question${open.length > 1 ? 's' : ''} ${open.join(', ')} not answered yet. Choose an option for each, then hand in again.`, 'unanswered');
  const strange = questions.findIndex((question) => !question.options.some((option) => option.id === answers[question.id]));
  if (strange >= 0) throw badRequest(`The answer to question ${strange + 1} is not one of its options. Reload the page: the quiz may have changed.`, 'unknown-option');
  return Object.fromEntries(questions.map((question) => [question.id, answers[question.id] ?? '']));
}
