import type { SubmissionView } from '../schema';
import { intendTo, keepIntent, type Intent } from './intent';
import { getSubmission, postSubmission, Refusal } from './submission-client';

/** after a look that failed, in ms */
const LATER = 3000;

type Follow = { exerciseId: string; onView: (view: SubmissionView) => void; signal: AbortSignal };

/**
 * Hands in code and follows it to its verdict. A retry of what was never answered goes under the same key.
 * @throws Refusal
 */
export async function handIn({ code, ...follow }: Follow & { code: string }): Promise<void> {
  await send({ intent: intendTo({ exerciseId: follow.exerciseId, code }), ...follow });
}

/** Goes on with what a reload interrupted: follows what was stored, or sends again what was never answered. @throws Refusal */
export async function resume({ intent, ...follow }: Follow & { intent: Intent }): Promise<void> {
  if (!intent.submissionId) return send({ intent, ...follow });
  const view = await getSubmission(intent.submissionId).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'refused') keepIntent(follow.exerciseId, null); // signed out since, or deleted
    throw error;
  });
  await followToVerdict({ view, intent, ...follow });
}

async function send({ intent, ...follow }: Follow & { intent: Intent }): Promise<void> {
  const { exerciseId } = follow;
  const view = await postSubmission({ exerciseId, code: intent.code, idempotencyKey: intent.key }).catch((error: unknown) => {
    // A clear no is an answer: the next try is a new intent. Silence, 429 and our own faults are not.
    if (error instanceof Refusal && error.kind === 'refused') keepIntent(exerciseId, null);
    throw error;
  });
  await followToVerdict({ view, intent, ...follow });
}

/** Looks again and again until there is a verdict. A lost connection only means to look later. */
export async function followToVerdict({ view, intent, exerciseId, onView, signal }: Follow & { view: SubmissionView; intent: Intent | null }): Promise<void> {
  let current = view;
  for (;;) {
    if (signal.aborted) return;
    if (current.state === 'graded') keepIntent(exerciseId, null);
    else if (intent) keepIntent(exerciseId, { ...intent, submissionId: current.id });
    onView(current);
    if (current.state === 'graded') return;
    await pause(current.pollAfterMs);
    if (signal.aborted) return;
    current = await getSubmission(current.id).catch((error: unknown) => {
      if (error instanceof Refusal && error.kind !== 'refused') return { ...current, pollAfterMs: LATER };
      throw error;
    });
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
