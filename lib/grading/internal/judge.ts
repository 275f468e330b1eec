import type { ExerciseKey } from '@/lib/content/schema';
import { resultOfBlanks, toResult, unfilledBlanks } from '../rules';
import type { GradingResult } from '../schema';
import { limitsTold } from './job-limits';
import { getSandbox, type Scheduling } from './sandbox';

/** A result, and for authors and logs why it is a fault; `byAuthor`: in checks.py, so grading again would not help. */
export type Judged = GradingResult & { fault: string | null; byAuthor: boolean };

/**
 * Grades code now, in this process's sandbox. Blanks that are still there are told without running anything.
 * @throws AppError 503 while no sandbox works, Postponed when it was stopped to make room for others
 */
export async function judge({ key, code, seed }: { key: ExerciseKey; code: string; seed: number }, scheduling?: Scheduling): Promise<Judged> {
  const { exercise: { checkNames, hints, kind }, checkHints, checkPoints, mistakes, lessonPath, stdin, limits } = key;
  const blanks = kind === 'fill-in' ? unfilledBlanks(code) : [];
  if (blanks.length > 0) return { ...resultOfBlanks({ lines: blanks, checkNames, checkPoints, seed }), fault: null, byAuthor: false };
  const sandboxResult = await getSandbox().grade({ code, checks: key.checks, seed, stdin, limits }, scheduling);
  return { ...toResult(sandboxResult, { checkNames, hints, checkHints, checkPoints, mistakes, lessonPath }), limits: limitsTold(limits), fault: sandboxResult.fault, byAuthor: sandboxResult.byAuthor ?? false };
}
