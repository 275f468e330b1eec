import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { beginGrading, finishSubmission, returnToQueue } from '../mutations';
import { requireVersion } from './exercise-version';
import { forLog } from './for-log';
import { judge } from './judge';
import { findReusable } from './reuse';

/** After so many faults of ours in a row the submission is told so; somebody has to look, and it can be graded again. */
const MAX_TRIES = 3;

const payloadSchema = z.object({ submissionId: z.string() });

/**
 * One job of the queue: grades a stored submission and writes the verdict. Safe to run twice on the same submission.
 * Throws when it should be tried again later; the queue waits longer each time.
 */
export async function gradeJob(payload: unknown): Promise<void> {
  const { submissionId } = payloadSchema.parse(payload);
  const submission = await beginGrading(submissionId);
  if (!submission) return;
  const { exerciseId, contentHash, code, seed, tries, createdAt } = submission;
  const waited = Date.now() - createdAt.getTime();
  try {
    const key = await requireVersion({ exerciseId, contentHash });
    const reused = await findReusable({ key, code });
    const { fault, ...result } = reused ? { ...reused.result, fault: null } : await judge({ key, code, seed });
    if (result.verdict === 'grader-fault') log.error({ submissionId, tries, fault: forLog(fault ?? '') }, 'grader fault');
    if (result.verdict === 'grader-fault' && tries < MAX_TRIES) throw new Error(`grader fault, try ${tries}`);
    const kind = key.exercise.kind === 'challenge' ? 'challenge' : 'exercise';
    await finishSubmission({ submissionId, kind, reusedFromId: reused?.reusedFromId, result: { ...result, phases: { ...result.phases, queue: waited } } });
  } catch (error) {
    // The sandbox closed under us: the submission waits for it to open again, however long that takes.
    const closed = error instanceof AppError && error.status === 503;
    await returnToQueue({ submissionId, countsAsTry: !closed });
    throw error;
  }
}
