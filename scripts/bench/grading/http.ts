import { randomUUID } from 'node:crypto';
import { freePort } from '../../steps/postgres';
import { startSite } from '../../steps/site';
import { EXERCISE_ID } from './work';

/** The site lets each learner hand in 30 a minute; a new one takes over before that. */
const SUBMISSIONS_PER_LEARNER = 25;

export type HttpSite = {
  /** Hands in code as a browser does. @returns true when the answer to the same request holds the verdict `passed` */
  grade: (code: string) => Promise<boolean>;
  /** Milliseconds per phase of everything handed in since the last call, as stored with the verdicts. */
  takePhases: () => Promise<Record<string, number[]>>;
  stop: () => Promise<void>;
};

type Answer = { submission: { id: string; state: string; result: { verdict: string } | null } };

/** The production server with a database of its own. Builds the site first when need be. */
export async function startHttp(): Promise<HttpSite> {
  const site = await startSite({ port: await freePort() });
  const { db, closeDb } = await import('../../../lib/platform/db');
  let cookie = '';
  let left = 0;
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
      const { submission } = (await response.json()) as Answer;
      if (response.status !== 200) throw new Error(`POST /api/submissions answered ${response.status}`);
      handedIn.push(submission.id);
      left -= 1;
      return submission.result?.verdict === 'passed';
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
