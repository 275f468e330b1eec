import type { ResultView } from '../schema';

type Counted = Pick<ResultView['checks'][number], 'points' | 'status'>[];

/** Whether some checks count more than others; only then points are worth telling. */
export const isWeighted = (checks: Counted): boolean => checks.some(({ points }) => points !== checks[0]?.points);

/** `3 of 5 points`; null where every check counts the same. */
export function pointsInWords(checks: Counted): string | null {
  if (!isWeighted(checks)) return null;
  const sum = (some: Counted) => some.reduce((points, check) => points + check.points, 0);
  return `${sum(checks.filter(({ status }) => status === 'passed'))} of ${inPoints(sum(checks))}`;
}

/** What one of several checks counts: `2 points`, or that it only must pass. */
export const weightInWords = (points: number): string => (points === 0 ? 'must pass' : inPoints(points));

const inPoints = (points: number) => `${points} ${points === 1 ? 'point' : 'points'}`;
