import { requireExerciseKey } from '../../lib/content/answer-key';
import { gradeNow } from '../../lib/grading/service';
import type { GradingResult } from '../../lib/grading/schema';

const SEED = 1;
const known = new Map<string, GradingResult>();

/** What the real sandbox says of some code for an exercise; the same code is run only once. */
export async function graded(exerciseId: string, code: string): Promise<GradingResult> {
  const id = `${exerciseId}\0${code}`;
  const earlier = known.get(id);
  if (earlier) return earlier;
  const { fault, ...result } = await gradeNow({ key: await requireExerciseKey(exerciseId), code, seed: SEED });
  if (result.verdict === 'grader-fault') throw new Error(`The sandbox could not grade ${exerciseId}: ${fault ?? 'no reason given'}`);
  known.set(id, result);
  return result;
}
