import type { ExerciseKey } from '@/lib/content/schema';
import type { Begun } from '../mutations';
import { canReuse, toResult } from '../rules';
import { gradingResult, type GradingResult, type SandboxResult } from '../schema';

/** A result that was taken over, and the submission it was given to first. */
export type Reused = { result: GradingResult; reusedFromId: string };

/**
 * The verdict that the same program got before from the same checks in the same sandbox image, whoever's it was; null
 * when there is none that may be used again. docs/decisions/0054-receipts-and-reuse.md
 */
export function findReusable({ key, begun }: { key: ExerciseKey; begun: Begun }): Reused | null {
  // a version that was never kept is graded by the one of now, which others were not
  if (!key.deterministic || !begun.sameId || key.exercise.contentHash !== begun.contentHash) return null;
  const began = performance.now();
  const found = gradingResult.safeParse(begun.sameResult).data;
  if (!found || !canReuse(found)) return null;
  const result = judgeAgain({ key, result: found });
  return { result: { ...result, phases: { reused: performance.now() - began } }, reusedFromId: begun.sameReusedFromId ?? begun.sameId };
}

/** The same findings with the hints and links of the exercise as they are worded now. */
function judgeAgain({ key, result }: { key: ExerciseKey; result: GradingResult }): GradingResult {
  const { exercise: { checkNames, hints }, checkHints, checkPoints, mistakes, lessonPath } = key;
  const { verdict, checks, ...findings } = result;
  const outcome = verdict === 'passed' || verdict === 'failed' ? 'ran' : verdict;
  const sandboxResult: SandboxResult = { ...findings, outcome, fault: null, checks: checks.map(({ hint: _hint, ...check }) => check) };
  return { ...toResult(sandboxResult, { checkNames, hints, checkHints, checkPoints, mistakes, lessonPath }), limits: result.limits };
}
