import type { SubmissionView } from '../../lib/grading/schema';
import type { Intent } from './intents';

/** What a browser learnt of its intent in the end. */
export type Told = { intent: Intent; submissionIds: Set<string>; verdict: string | null; refused: string | null; sent: number };

type Answer = { submission?: SubmissionView; error?: { code?: string; retryAfter?: number } };
type Asked = { status: number; body: Answer };

/** A browser notices a dead server at once; this is for one that hangs. */
const SILENCE_MS = 20_000;
const RETRY_MS = 1000;
const LOOK_MS = 500;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Hands in one program as the exercise panel does (lib/grading/components/hand-in.ts): the same key with every retry
 * of what was not answered, a refusal ends it, and what is stored is followed to its verdict.
 */
export async function handIn({ intent, url, token, stop }: { intent: Intent; url: string; token: string; stop: AbortSignal }): Promise<Told> {
  const told: Told = { intent, submissionIds: new Set(), verdict: null, refused: null, sent: 0 };
  const headers = { cookie: `next-auth.session-token=${token}`, origin: url, 'content-type': 'application/json' };
  const { exerciseId, code, idempotencyKey } = intent;
  const send = async () => {
    told.sent += 1;
    return ask(`${url}/api/submissions`, { method: 'POST', headers, body: JSON.stringify({ exerciseId, code, idempotencyKey }) });
  };
  let id: string | null = null;
  while (!stop.aborted) {
    const answers: (Asked | null)[] = id ? [await ask(`${url}/api/submissions/${id}`, { headers })] : await Promise.all(intent.twice ? [send(), send()] : [send()]);
    for (const answer of answers) {
      const { submission, error } = answer?.body ?? {};
      if (submission) {
        id = submission.id;
        told.submissionIds.add(id);
        if (submission.state === 'graded') told.verdict = submission.result?.verdict ?? 'none';
      } else if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        told.refused = `${answer.status} ${error?.code ?? ''}`;
      }
    }
    if (told.verdict || told.refused) return told;
    const wait = answers.map((answer) => answer?.body.error?.retryAfter).find((seconds) => seconds !== undefined);
    await pause(id ? LOOK_MS : wait ? wait * 1000 : RETRY_MS);
  }
  return told;
}

/** Null: silence. */
async function ask(url: string, init: RequestInit): Promise<Asked | null> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(SILENCE_MS) });
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Answer };
  } catch {
    return null;
  }
}
