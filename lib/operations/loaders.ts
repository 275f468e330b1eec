import 'server-only';
import { timingSafeEqual, createHash } from 'node:crypto';
import { loadAuthorAccess } from '@/lib/auth/loaders';
import { listCourses } from '@/lib/content/data';
import { listAgreement, listDisagreements } from '@/lib/grading/data';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { canReadMetrics } from './policy';
import { byExercise } from './rules';
import type { Agreement, Status } from './schema';
import { readStatus, writeMetrics } from './service';

/** For the status page, which is everybody's. */
export const loadStatus = (): Promise<Status> => readStatus();

/** disagreements that the page shows; older ones are still counted */
const LATEST = 100;

/** For authors and admins: where browser and grader said otherwise of a program. */
export async function loadAgreement(): Promise<Agreement> {
  const access = await loadAuthorAccess('/agreement');
  const [courses, exercises, latest] = await Promise.all([listCourses(), listAgreement(), listDisagreements(access, { limit: LATEST })]);
  const titles = new Map(courses.flatMap(({ modules }) => modules.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.exercises.map(({ id, title }) => [id, title] as const)))));
  const titled = <Row extends { exerciseId: string }>(row: Row) => ({ ...row, title: titles.get(row.exerciseId) ?? null });
  return { exercises: exercises.map(titled), disagreements: byExercise(latest).map(titled) };
}

/**
 * The figures for a monitoring server.
 * @throws AppError 401 that says how to be let in
 */
export async function loadMetrics({ headers }: Request): Promise<{ text: string; contentType: string }> {
  const { METRICS_TOKEN: token, TRUST_PROXY: behindProxy } = env();
  const tokenFits = token !== undefined && same(headers.get('authorization') ?? '', `Bearer ${token}`);
  const fromThisMachine = headers.get('x-from-this-machine') === 'yes'; // said by scripts/serve, which lets nobody else say it
  if (!canReadMetrics({ tokenIsSet: token !== undefined, tokenFits, fromThisMachine, behindProxy })) {
    const message = token === undefined ? 'Set METRICS_TOKEN for this site and send it as "Authorization: Bearer ...". Without one, only the machine itself may read this.' : 'Send the METRICS_TOKEN of this site as "Authorization: Bearer ...".';
    throw new AppError({ status: 401, code: 'token-needed', message });
  }
  return writeMetrics();
}

/** Compared by digest, so that the time it takes tells nothing of the token. */
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string) => createHash('sha256').update(text).digest();
