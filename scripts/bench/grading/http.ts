import { randomUUID } from 'node:crypto';
import { freePort } from '../../steps/postgres';
import { startSite } from '../../steps/site';
import { EXERCISE_ID } from './work';

/** The site lets each learner hand in 30 a minute; a new one takes over before that. */
const SUBMISSIONS_PER_LEARNER = 25;
const ASK_AGAIN_MS = 20;
const PATIENCE_MS = 30_000;

export type HttpSite = {
  /** Hands in code as a browser does, and asks again when the verdict was not in the answer. @returns whether it is `passed` */
  grade: (code: string) => Promise<boolean>;
  /** Milliseconds per phase of everything handed in since the last call, as stored with the verdicts. */
  takePhases: () => Promise<Record<string, number[]>>;
  /** how often the verdict was not in the answer to the same request, since the last call */
  takeLater: () => number;
  stop: () => Promise<void>;
};

type Answer = { submission: { id: string; state: string; result: { verdict: string } | null } };

/** The production server with a database of its own. Builds the site first when need be. */
export async function startHttp(): Promise<HttpSite> {
  const site = await startSite({ port: await freePort() });
  const { db, closeDb } = await import('../../../lib/platform/db');
  let cookie = '';
  let left = 0;
  let later = 0;
  let handedIn: string[] = [];

  async function signIn(): Promise<void> {
    const user = await db().user.create({ data: { name: 'Bench' } });
    const sessionToken = `bench-${user.id}`;
    await db().session.create({ data: { userId: user.id, sessionToken, expires: new Date(Date.now() + 3_600_000) } });
    cookie = `next-auth.session-token=${sessionToken}`;
    left = SUBMISSIONS_PER_LEARNER;
  }

  await waitUntilOpen(site.url);
  await signIn();
  return {
    grade: async (code) => {
      const response = await fetch(`${site.url}/api/submissions`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ exerciseId: EXERCISE_ID, code, idempotencyKey: randomUUID() }),
      });
      if (response.status !== 200 && response.status !== 202) throw new Error(`POST /api/submissions answered ${response.status}`);
      let { submission } = (await response.json()) as Answer;
      handedIn.push(submission.id);
      left -= 1;
      if (submission.state !== 'graded') later += 1;
      for (const until = performance.now() + PATIENCE_MS; submission.state !== 'graded'; ) {
        if (performance.now() > until) throw new Error(`no verdict within ${PATIENCE_MS / 1000} s; the submission is ${submission.state}`);
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        ({ submission } = (await (await fetch(`${site.url}/api/submissions/${submission.id}`, { headers: { cookie } })).json()) as Answer);
      }
      return submission.result?.verdict === 'passed';
    },
    takeLater: () => {
      const count = later;
      later = 0;
      return count;
    },
    takePhases: async () => {
      if (left < 2) await signIn(); // between measurements
      const stored = await db().submission.findMany({ where: { id: { in: handedIn } }, select: { result: true } });
      handedIn = [];
      const phases: Record<string, number[]> = {};
      for (const { result } of stored) for (const [name, ms] of Object.entries((result as { phases?: Record<string, number> } | null)?.phases ?? {})) (phases[name] ??= []).push(ms);
      return phases;
    },
    stop: async () => {
      await closeDb();
      await site.stop();
    },
  };
}

async function waitUntilOpen(url: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if ((await fetch(`${url}/api/health/ready`)).ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The site did not become ready within 60 s.');
}
