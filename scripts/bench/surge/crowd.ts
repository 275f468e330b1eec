import http from 'node:http';
import { randomUUID } from 'node:crypto';
import type { SubmissionView } from '../../../lib/grading/schema';
import { EXERCISE_ID, type Program } from './programs';

/** What a browser learnt in the end: its submission, the verdict, and how long after the surge began. */
export type Told = { program: Program; submissionId: string | null; verdict: string | null; ms: number };

/** As many as 300 browsers keep open. */
const SOCKETS = 300;
const RETRY_MS = 1000;

type Answer = { submission?: SubmissionView; error?: { message?: string; retryAfter?: number } };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Hands in all programs at once, each as the exercise panel does (lib/grading/components/hand-in.ts): the same key with
 * every retry, and what waits is asked for again when the site said so.
 * @param cookies of the learners, by their number
 * @param withinMs after that what has no verdict is lost
 */
export async function surge({ programs, url, cookies, withinMs, say }: { programs: Program[]; url: string; cookies: string[]; withinMs: number; say: (text: string) => void }): Promise<Told[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: SOCKETS });
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  let done = 0;
  const progress = setInterval(() => say(`${done} of ${programs.length} verdicts after ${Math.round(elapsed() / 1000)} s`), 5000);
  const handIn = async (program: Program): Promise<Told> => {
    const headers = { cookie: cookies[program.learner] ?? '', origin: url, 'content-type': 'application/json' };
    const body = JSON.stringify({ exerciseId: EXERCISE_ID, code: program.code, idempotencyKey: randomUUID() });
    let id: string | null = null;
    while (elapsed() < withinMs) {
      const answer: Answer | null = await ask({ agent, headers, ...(id ? { url: `${url}/api/submissions/${id}` } : { url: `${url}/api/submissions`, body }) }).catch(() => null);
      const submission: SubmissionView | undefined = answer?.submission;
      if (submission) id = submission.id;
      if (submission?.result) {
        done += 1;
        return { program, submissionId: id, verdict: submission.result.verdict, ms: elapsed() };
      }
      await pause(submission?.pollAfterMs ?? (answer?.error?.retryAfter ?? 0) * 1000 + RETRY_MS);
    }
    return { program, submissionId: id, verdict: null, ms: elapsed() };
  };
  const told = await Promise.all(programs.map(handIn));
  clearInterval(progress);
  agent.destroy();
  return told;
}

/** One request. `body` makes it a POST. */
function ask({ agent, url, headers, body }: { agent: http.Agent; url: string; headers: Record<string, string>; body?: string }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
