import 'server-only';
import { db } from '@/lib/platform/db';
import type { ExerciseStatistics } from './schema';

type Row = Omit<ExerciseStatistics, 'medianTries'> & { exerciseId: string; medianTries: number | null };

/**
 * What learners made of exercises, by the exercise's id; nothing of an exercise that nobody handed in. Faults of the grader
 * and what waits for a verdict count nowhere. Numbers only, of nobody in particular.
 */
export async function readStatistics(exerciseIds: string[]): Promise<Map<string, ExerciseStatistics>> {
  const rows = await db().$queryRaw<Row[]>`
    WITH graded AS (
      SELECT "exerciseId", "learnerId", "verdict" = 'passed' AS passed, "createdAt",
        min("createdAt") FILTER (WHERE "verdict" = 'passed') OVER (PARTITION BY "exerciseId", "learnerId") AS "passedAt"
      FROM "Submission"
      WHERE "exerciseId" = ANY(${exerciseIds}) AND "verdict" <> 'grader-fault'
    ), each_learner AS (
      SELECT "exerciseId", "learnerId", count(*) AS submissions, bool_or(passed) AS passed, count(*) FILTER (WHERE "createdAt" <= "passedAt") AS tries
      FROM graded GROUP BY "exerciseId", "learnerId"
    )
    SELECT "exerciseId", count(*)::int AS learners, sum(submissions)::int AS submissions, (count(*) FILTER (WHERE passed))::int AS passed,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY tries) FILTER (WHERE passed))::float AS "medianTries"
    FROM each_learner GROUP BY "exerciseId"`;
  return new Map(rows.map(({ exerciseId, ...statistics }) => [exerciseId, statistics]));
}
