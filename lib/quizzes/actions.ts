'use server';
import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ensureActor, getActor } from '@/lib/auth/session';
import { AppError } from '@/lib/platform/errors';
import { countAgainst } from '@/lib/platform/rate-limit';
import { storable } from '@/lib/platform/schema';
import { FIELDS, type Answers } from './rules';
import { attemptRequest } from './schema';
import { handIn, knownKey, requireAcceptable } from './service';

const PREFIX = FIELDS.answer('');
/** Two posts of the same form within this time are one: a double click or a reload. */
const SAME_FORM_MS = 10_000;

/** Why a form was not taken, with what was chosen. */
export type RefusedQuiz = { message: string; answers: Answers } | null;

const fields = z.object({ quizId: storable.min(1).max(200), retryOf: z.uuid().nullable() });

/** The quiz form without JavaScript: marks, stores, and goes to the attempt's page. What cannot be taken comes back with the reason. */
export async function handInForm(_before: RefusedQuiz, form: FormData): Promise<RefusedQuiz> {
  const entries = [...form.entries()].filter(([name, value]) => name.startsWith(PREFIX) && typeof value === 'string');
  const answers = Object.fromEntries(entries.map(([name, value]) => [name.slice(PREFIX.length), String(value)]));
  const draft = { ...fields.parse({ quizId: form.get(FIELDS.quiz), retryOf: form.get(FIELDS.retryOf) || null }), answers };
  let attemptId: string;
  try {
    await requireAcceptable({ learnerId: (await getActor())?.id ?? null, request: draft });
    const learner = await ensureActor({ limit: 'quizAttemptFromAddress' });
    await countAgainst('quizAttempt', learner.id);
    const idempotencyKey = await knownKey({ learnerId: learner.id, keys: keysOf(draft) });
    ({ id: attemptId } = await handIn({ learnerId: learner.id, request: attemptRequest.parse({ ...draft, idempotencyKey }) }));
  } catch (error) {
    if (error instanceof AppError) return { message: error.message, answers };
    throw error;
  }
  redirect(`/quiz-attempts/${attemptId}`);
}

/** A form cannot make a key of its own: what it says, and when, is the key. The stretch of time before counts too, for clicks at its edge. */
function keysOf(draft: object): [string, string] {
  const stretch = Math.floor(Date.now() / SAME_FORM_MS);
  const key = (part: number) => createHash('sha256').update(JSON.stringify([draft, part])).digest('hex');
  return [key(stretch), key(stretch - 1)];
}
