import { randomKey } from '@/lib/platform/random-key';

/** One intent to hand in: the same key goes with every retry of it, so that it never becomes two submissions. */
export type Intent = { key: string; code: string; submissionId: string | null };

const keyOf = (exerciseId: string) => `coursewright:intent:${exerciseId}`;

/** The intent that was not answered with a verdict yet, also from before a reload of this tab. */
export function readIntent(exerciseId: string): Intent | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(exerciseId)) ?? 'null') as Intent | null;
  } catch {
    return null;
  }
}

/** Keeps an intent until it is answered; null forgets it. */
export function keepIntent(exerciseId: string, intent: Intent | null): void {
  try {
    if (intent) sessionStorage.setItem(keyOf(exerciseId), JSON.stringify(intent));
    else sessionStorage.removeItem(keyOf(exerciseId));
  } catch {
    // Without storage a reload forgets the intent; the server still has what it stored.
  }
}

/** The intent to hand in this code: the unanswered one when it is of the same code, else a new one. */
export function intendTo({ exerciseId, code }: { exerciseId: string; code: string }): Intent {
  const open = readIntent(exerciseId);
  const intent = open && open.code === code && !open.submissionId ? open : { key: randomKey(), code, submissionId: null };
  keepIntent(exerciseId, intent);
  return intent;
}
