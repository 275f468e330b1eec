import type { ExerciseKey } from '@/lib/content/schema';
import { findSameWork } from '../data';
import { canReuse, toResult } from '../rules';
import type { GradingResult, SandboxResult } from '../schema';
import { hashOfCode } from './code-hash';
import { getSandbox } from './sandbox';

/** A result that was taken over, and the submission it was given to first. */
export type Reused = { result: GradingResult; reusedFromId: string };

/**
 * The verdict that the same program got before from the same checks in the same sandbox image, whoever's it was; null
 * when there is none that may be used again. docs/decisions/0054-receipts-and-reuse.md
 */
export async function findReusable({ key, code }: { key: ExerciseKey; code: string }): Promise<Reused | null> {
  const { imageHash } = getSandbox().status();
  if (!key.deterministic || !imageHash) return null;
  const began = performance.now();
  const { id: exerciseId, contentHash } = key.exercise;
  const found = await findSameWork({ exerciseId, contentHash, code, codeHash: hashOfCode(code), imageHash });
  if (!found || !canReuse(found.result)) return null;
  const phases = { reused: performance.now() - began };
  return { result: { ...judgeAgain({ key, result: found.result }), phases }, reusedFromId: found.reusedFromId ?? found.id };
}

/** The same findings with the hints and links of the exercise as they are worded now. */
function judgeAgain({ key, result }: { key: ExerciseKey; result: GradingResult }): GradingResult {
  const { exercise: { checkNames, hints }, checkHints, checkPoints, mistakes, lessonPath } = key;
  const { verdict, checks, ...findings } = result;
  const outcome = verdict === 'passed' || verdict === 'failed' ? 'ran' : verdict;
  const sandboxResult: SandboxResult = { ...findings, outcome, fault: null, checks: checks.map(({ hint: _hint, ...check }) => check) };
  return { ...toResult(sandboxResult, { checkNames, hints, checkHints, checkPoints, mistakes, lessonPath }), limits: result.limits };
}
