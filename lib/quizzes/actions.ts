'use server';
import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { ensureActor } from '@/lib/auth/session';
import { countAgainst } from '@/lib/platform/rate-limit';
import { FIELDS } from './rules';
import { attemptRequest } from './schema';
import { handIn } from './service';

const PREFIX = FIELDS.answer('');
/** Two posts of the same form within this time are one: a double click or a reload. */
const SAME_FORM_MS = 10_000;

/** The quiz form without JavaScript: marks, stores, and goes to the attempt's page. */
export async function handInForm(form: FormData): Promise<void> {
  const learner = await ensureActor();
  await countAgainst('quizAttempt', learner.id);
  const entries = [...form.entries()].filter(([name, value]) => name.startsWith(PREFIX) && typeof value === 'string');
  const answers = Object.fromEntries(entries.map(([name, value]) => [name.slice(PREFIX.length), String(value)]));
  const retryOf = form.get(FIELDS.retryOf);
  const draft = { quizId: String(form.get(FIELDS.quiz) ?? ''), answers, retryOf: typeof retryOf === 'string' && retryOf ? retryOf : null };
  const window = Math.floor(Date.now() / SAME_FORM_MS);
  const idempotencyKey = createHash('sha256').update(JSON.stringify([draft, window])).digest('hex');
  const attempt = await handIn({ learnerId: learner.id, request: attemptRequest.parse({ ...draft, idempotencyKey }) });
  redirect(`/quiz-attempts/${attempt.id}`);
}
