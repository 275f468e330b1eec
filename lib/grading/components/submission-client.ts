import type { EarlierSubmission, RunResult, SolutionView, SubmissionView } from '../schema';

/** Why the server did not do what was asked. `unreachable`: it never answered, so nobody knows whether it heard. */
export class Refusal extends Error {
  readonly kind: 'unreachable' | 'too-many' | 'refused' | 'broken';
  /** seconds */
  readonly retryAfter: number | null;

  constructor({ kind, message, retryAfter = null }: { kind: Refusal['kind']; message: string; retryAfter?: number | null }) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

type Problem = { error?: { message?: string; retryAfter?: number }; submission?: SubmissionView };

/** @throws Refusal */
export async function ask<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, ...init }).catch(() => null);
  if (!response) throw new Refusal({ kind: 'unreachable', message: '' });
  const body = (await response.json().catch(() => ({}))) as Problem;
  // Stored, though nothing can grade it now: not a refusal.
  if (response.ok || (response.status === 503 && body.submission)) return body as T;
  const message = body.error?.message ?? 'The site could not answer. Try again in a moment.';
  const kind = response.status === 429 ? 'too-many' : response.status >= 500 ? 'broken' : 'refused';
  const retryAfter = body.error?.retryAfter ?? (Number(response.headers.get('retry-after')) || null);
  throw new Refusal({ kind, message, retryAfter });
}

export const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body) });

/** Hands in code. The answer may hold a verdict already. @throws Refusal */
export async function postSubmission(body: { exerciseId: string; code: string; idempotencyKey: string }): Promise<SubmissionView> {
  return (await ask<{ submission: SubmissionView }>('/api/submissions', post(body))).submission;
}

/** @throws Refusal */
export async function getSubmission(id: string): Promise<SubmissionView> {
  return (await ask<{ submission: SubmissionView }>(`/api/submissions/${encodeURIComponent(id)}`)).submission;
}

/** Asks to grade again what ended in a fault of the site's. @throws Refusal */
export async function postRegrade(id: string): Promise<SubmissionView> {
  return (await ask<{ submission: SubmissionView }>(`/api/submissions/${encodeURIComponent(id)}/regrade`, { method: 'POST' })).submission;
}

/** @throws Refusal */
export async function getEarlier(exerciseId: string): Promise<EarlierSubmission[]> {
  return (await ask<{ submissions: EarlierSubmission[] }>(`/api/submissions?exercise=${encodeURIComponent(exerciseId)}`)).submissions;
}

/** @throws Refusal that says how to earn it */
export async function getSolution(exerciseId: string): Promise<SolutionView> {
  return ask<SolutionView>(`/api/solutions/${encodeURIComponent(exerciseId)}`);
}

/** Runs a program on the server and grades nothing. @throws Refusal */
export async function postRun(body: { code: string; stdin?: string }, signal: AbortSignal): Promise<RunResult> {
  return ask<RunResult>('/api/runs', { ...post(body), signal });
}
