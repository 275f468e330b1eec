import { TRIES_BEFORE_SOLUTION } from './rules';

/** Whether the model solution of an exercise may be shown: it was earned by passing, or by enough real attempts. */
export function canSeeSolution({ passed, realAttempts }: { passed: boolean; realAttempts: number }): boolean {
  return passed || realAttempts >= TRIES_BEFORE_SOLUTION;
}

/** Why it may not be shown yet, and what would earn it. */
export function solutionRefusal(realAttempts: number): string {
  const missing = TRIES_BEFORE_SOLUTION - realAttempts;
  const tries = missing === 1 ? 'one more try' : `${missing} more tries`;
  return `The solution opens when all checks pass, or after ${tries} with different code.`;
}

/** Whether somebody may read a submission as its own author. Instructors come through their classroom instead. */
export function canReadSubmission({ learnerId, actorId }: { learnerId: string; actorId: string }): boolean {
  return learnerId === actorId;
}
