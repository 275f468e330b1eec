import type { ExerciseKey } from '../../lib/content/schema';
import { getSubmission, listPrograms, readStandingResult, type StoredProgram } from '../../lib/grading/data';
import { gradeNow, recordAgain, sandboxStatus } from '../../lib/grading/service';
import { countFlips, type Flips, formatFlips, type Regraded } from './flips';

const TELL_EVERY_MS = 5000;

export type ExerciseReplay = Flips & { exerciseId: string; contentHash: string; limit: number; allPrograms: number; allSubmissions: number; deterministic: boolean; recorded: number | null };

/**
 * Runs an exercise's checks over the different programs that were handed in for it, newest first, each with its own seed.
 * @param record keeps each result that says something else beside what stands
 * @param progress told now and then how far it is
 */
export async function replayExercise({ key, limit, record, progress }: { key: ExerciseKey; limit: number; record: boolean; progress: (text: string) => void }): Promise<ExerciseReplay> {
  const { id: exerciseId, contentHash } = key.exercise;
  const { programs, total, submissions } = await listPrograms({ exerciseId, limit });
  const regraded = await gradeAll({ key, programs, progress });
  const recorded = record ? await recordAll({ key, regraded }) : null;
  return { exerciseId, contentHash, limit, allPrograms: total, allSubmissions: submissions, deterministic: key.deterministic, recorded, ...countFlips(regraded) };
}

async function gradeAll({ key, programs, progress }: { key: ExerciseKey; programs: StoredProgram[]; progress: (text: string) => void }): Promise<Regraded[]> {
  const found: (Regraded | null)[] = programs.map(() => null);
  let [next, done, told] = [0, 0, Date.now()];
  const work = async () => {
    for (let index = next++; index < programs.length; index = next++) {
      found[index] = await gradeAgain({ key, program: programs[index] as StoredProgram });
      done += 1;
      if (Date.now() - told < TELL_EVERY_MS) continue;
      told = Date.now();
      progress(`${done} of ${programs.length}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, sandboxStatus().slots) }, work));
  return found.filter((one) => one !== null);
}

/** Null for what its learner deleted meanwhile. */
async function gradeAgain({ key, program: { latestId, submissionIds, learnerIds } }: { key: ExerciseKey; program: StoredProgram }): Promise<Regraded | null> {
  const [row, before] = await Promise.all([getSubmission(latestId), readStandingResult(latestId)]);
  if (!row?.result || !before) return null;
  const after = await gradeNow({ key, code: row.code, seed: row.result.seed });
  return { submissionId: latestId, submissionIds, learnerIds, before, after };
}

async function recordAll({ key, regraded }: { key: ExerciseKey; regraded: Regraded[] }): Promise<number> {
  let recorded = 0;
  for (const { submissionIds, after } of regraded) {
    const { fault: _fault, ...result } = after;
    for (const submissionId of submissionIds) if (await recordAgain({ submissionId, key, result })) recorded += 1;
  }
  return recorded;
}

/** The same for reading. */
export function formatExerciseReplay(replayed: ExerciseReplay, against: string): string {
  const { exerciseId, contentHash, allPrograms, allSubmissions, programs, limit, deterministic, recorded } = replayed;
  const lines = [`${exerciseId} of ${against}, version ${contentHash.slice(0, 12)}: ${allPrograms} different programs in ${allSubmissions} graded submissions`];
  if (allPrograms > limit) lines.push(`Only the ${programs} handed in last were tried; --limit ${allPrograms} tries all.`);
  if (!deterministic) lines.push('The exercise says that right programs may answer differently each time: some flips may be chance.');
  lines.push(formatFlips(replayed));
  if (recorded !== null) lines.push('', `${recorded} results kept beside the first ones.`);
  return lines.join('\n');
}
