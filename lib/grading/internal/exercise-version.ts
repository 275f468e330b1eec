import { findExerciseKey, requireExerciseKey } from '@/lib/content/answer-key';
import type { ExerciseKey } from '@/lib/content/schema';
import { findVersion } from '../data';
import { storeVersion } from '../mutations';

/** Hashes of the versions that this process has seen stored. There is one for each change of an exercise, so it stays small. */
const stored = new Set<string>();

/** Keeps an exercise as it stands now, so that what is handed in for it can be graded by it whatever is deployed later. */
export async function keepVersion(key: ExerciseKey): Promise<void> {
  const { contentHash } = key.exercise;
  if (stored.has(contentHash)) return;
  await storeVersion(key);
  stored.add(contentHash);
}

/**
 * An exercise as it stood when work was handed in for it. While its content says the same, that is the one deployed
 * now, which may have better words for its hints.
 * @throws AppError 404 when the exercise is gone and was never kept
 */
export async function requireVersion({ exerciseId, contentHash }: { exerciseId: string; contentHash: string }): Promise<ExerciseKey> {
  const current = await findExerciseKey(exerciseId);
  if (current?.exercise.contentHash === contentHash) return current;
  // Work that was handed in before versions were kept has none, and is graded by what there is.
  return (await findVersion(contentHash)) ?? requireExerciseKey(exerciseId);
}
