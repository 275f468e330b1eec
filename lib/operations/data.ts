import 'server-only';
import { readGradingStatus } from '@/lib/grading/data';
import { type Verdict, verdict } from '@/lib/grading/schema';
import { db } from '@/lib/platform/db';
import { strideFor, totalOf } from './rules';
import { type GradingFigures, type Period, PHASES, type Phase } from './schema';

type Counted = { verdict: Verdict; hour: number; day: number; reusedInHour: number; reusedInDay: number };
type Timed = { period: 'hour' | 'day'; phase: string; spread: [number, number]; n: number };

/**
 * How grading is doing now, in the last hour and in the last day. Costs about 0.7 s where 100,000 programs are graded a day
 * and next to nothing on most sites: ask through the service, which remembers it.
 */
export async function readGradingFigures(): Promise<GradingFigures> {
  const [{ workers, waiting, oldestWaitingSeconds }, counted, advice] = await Promise.all([readGradingStatus(), countGraded(), countAdvice()]);
  const periods = { hour: { ...periodOf('hour', counted), advice: advice.hour }, day: { ...periodOf('day', counted), advice: advice.day } };
  for (const { period, phase, spread, n } of await readPhases(periods)) {
    // results of older versions may name phases that are no more
    if (isPhase(phase)) periods[period].phases[phase] = { p50: spread[0], p95: spread[1], n };
  }
  return { at: new Date(), workers, waiting, oldestWaitingSeconds, ...periods };
}

const isPhase = (name: string): name is Phase => PHASES.some((phase) => phase === name);

function periodOf(period: 'hour' | 'day', counted: Counted[]): Omit<Period, 'advice'> {
  const graded = Object.fromEntries(verdict.options.map((name) => [name, counted.find((row) => row.verdict === name)?.[period] ?? 0])) as Period['graded'];
  const reused = counted.reduce((sum, row) => sum + (period === 'hour' ? row.reusedInHour : row.reusedInDay), 0);
  return { graded, reused, phases: {} };
}

/** Verdicts given since an hour and since a day ago. Only first verdicts: those of a later regrading are in a table of their own. */
function countGraded(): Promise<Counted[]> {
  return db().$queryRaw<Counted[]>`
    WITH recent AS (
      SELECT "verdict"::text AS verdict, "reusedFromId" IS NOT NULL AS reused, "finishedAt" > now() AT TIME ZONE 'utc' - interval '1 hour' AS late
      FROM "Submission" WHERE "finishedAt" > now() AT TIME ZONE 'utc' - interval '1 day')
    SELECT verdict, count(*) FILTER (WHERE late)::int AS hour, count(*)::int AS day,
      count(*) FILTER (WHERE late AND reused)::int AS "reusedInHour", count(*) FILTER (WHERE reused)::int AS "reusedInDay"
    FROM recent WHERE verdict IS NOT NULL GROUP BY verdict`;
}

/** How often advice in the browser was compared with a verdict since an hour and since a day ago, and how often the two differed. */
async function countAdvice(): Promise<Record<'hour' | 'day', Period['advice']>> {
  const rows = await db().$queryRaw<{ late: boolean; compared: number; disagreed: number }[]>`
    SELECT "createdAt" > now() AT TIME ZONE 'utc' - interval '1 hour' AS late, count(*)::int AS compared, (count(*) FILTER (WHERE NOT "agrees"))::int AS disagreed
    FROM "AdviceComparison" WHERE "createdAt" > now() AT TIME ZONE 'utc' - interval '1 day' GROUP BY late`;
  const sum = (some: typeof rows) => ({ compared: some.reduce((total, row) => total + row.compared, 0), disagreed: some.reduce((total, row) => total + row.disagreed, 0) });
  return { hour: sum(rows.filter(({ late }) => late)), day: sum(rows) };
}

/**
 * Medians and 95th percentiles per phase. Results are long and kept apart from their rows, so where much was graded only
 * some are read: one in `stride`, chosen by the hash of their ids, which has nothing to do with how long they took.
 */
function readPhases({ hour, day }: Record<'hour' | 'day', Pick<Period, 'graded'>>): Promise<Timed[]> {
  const [inHour, inDay] = [strideFor(totalOf(hour)), strideFor(totalOf(day))];
  return db().$queryRaw<Timed[]>`
    WITH sample AS MATERIALIZED (
      SELECT wanted.period, "result"->'phases' AS phases, extract(epoch FROM "finishedAt" - "createdAt")::float8 * 1000 AS total
      FROM (VALUES ('hour', interval '1 hour', ${inHour}::int), ('day', interval '1 day', ${inDay}::int)) AS wanted(period, length, stride)
      JOIN "Submission" ON "finishedAt" > now() AT TIME ZONE 'utc' - wanted.length AND (hashtext("id") & 2147483647) % wanted.stride = 0
      WHERE "reusedFromId" IS NULL AND "result" IS NOT NULL),
    timed AS (
      SELECT period, key AS phase, value::float8 AS ms FROM sample, jsonb_each_text(phases)
      UNION ALL SELECT period, 'total', total FROM sample)
    SELECT period, phase, percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ms) AS spread, count(*)::int AS n
    FROM timed GROUP BY period, phase`;
}
