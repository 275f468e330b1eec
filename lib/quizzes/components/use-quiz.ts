import { type FormEvent, useEffect, useRef, useState } from 'react';
import { randomKey } from '@/lib/platform/random-key';
import { PROGRESS_CHANGED } from '@/lib/progress/rules';
import type { AttemptView } from '../schema';
import { check, keepDraft, readChosen, readDraft } from './quiz-draft';

const LOOK_UP_WITHIN = '600px';
const RETRY_WORDS = 'Check your connection and hand in again.';

/** State of a quiz on the page: what is chosen (kept in this browser until handed in), what was handed in, what is open again. */
export function useQuiz({ quizId, initial, initiallyRetrying }: { quizId: string; initial?: AttemptView; initiallyRetrying: boolean }) {
  const [attempt, setAttempt] = useState(initial);
  const [earlier, setEarlier] = useState<AttemptView | null>(null);
  const [retrying, setRetrying] = useState(initiallyRetrying);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [moved, setMoved] = useState(0);
  const formRef = useRef<HTMLFormElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  // one key per intent: a second click, or a retry after a lost answer, finds the attempt already stored
  const keyRef = useRef<string | null>(null);

  useEffect(() => {
    const form = formRef.current;
    if (initial || !form) return;
    // what was chosen before a reload, unless something else was chosen before this script ran
    const kept = { ...readDraft(quizId), ...readChosen(form) };
    for (const [questionId, optionId] of Object.entries(kept)) check(form, { questionId, optionId });
    if (Object.keys(kept).length > 0) keepDraft(quizId, kept);
    queueMicrotask(() => setChosen(readChosen(form)));
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        fetchLatest(quizId).then(setEarlier, () => undefined);
      },
      { rootMargin: LOOK_UP_WITHIN },
    );
    observer.observe(form);
    return () => observer.disconnect();
  }, [initial, quizId]);

  // the result, or the questions that are open again, is where reading goes on
  useEffect(() => {
    if (moved > 0) headingRef.current?.focus();
  }, [moved]);

  const choose = (questionId: string, optionId: string) => {
    const next = { ...chosen, [questionId]: optionId };
    setChosen(next);
    keyRef.current = null;
    keepDraft(quizId, next);
  };
  const open = (next: AttemptView | undefined, openAgain: boolean) => {
    setAttempt(next);
    setRetrying(openAgain);
    setChosen({});
    setError(null);
    keepDraft(quizId, null);
    setMoved((times) => times + 1);
  };
  const handIn = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    keyRef.current ??= randomKey();
    const body = { quizId, answers: chosen, retryOf: retrying ? (attempt?.id ?? null) : null, idempotencyKey: keyRef.current };
    const result = await postAttempt(body).catch(() => ({ error: RETRY_WORDS }));
    setBusy(false);
    if ('error' in result) return setError(result.error);
    keyRef.current = null;
    setEarlier(null);
    open(result.attempt, false);
    window.dispatchEvent(new Event(PROGRESS_CHANGED));
  };
  return {
    attempt, earlier, retrying, chosen, busy, error, formRef, headingRef, choose, handIn,
    retry: () => open(attempt, true),
    startAgain: () => open(undefined, false),
    showEarlier: () => open(earlier ?? undefined, false),
  };
}

async function postAttempt(body: object): Promise<{ attempt: AttemptView } | { error: string }> {
  const response = await fetch('/api/quiz-attempts', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const answer = (await response.json()) as { attempt: AttemptView } | { error: { message: string } };
  return 'attempt' in answer ? answer : { error: answer.error.message };
}

async function fetchLatest(quizId: string): Promise<AttemptView | null> {
  const response = await fetch(`/api/quiz-attempts?quiz=${encodeURIComponent(quizId)}`);
  return response.ok ? ((await response.json()) as { attempt: AttemptView | null }).attempt : null;
}
