import { visibleChecksOf } from '@/lib/content/data';
import { conflict, notFound } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { countAgainst } from '@/lib/platform/rate-limit';
import { findVersion, getSubmission } from '../data';
import { storeComparison } from '../mutations';
import { canReadSubmission } from '../policy';
import type { AdviceReport } from '../schema';
import { compareAdvice } from './compare-advice';

/**
 * Compares what the visible checks said in a learner's browser with the verdict on the same submission, and keeps both
 * where they differ. It changes nothing for the learner. Only the first report of a submission counts.
 * @returns how many checks were compared; 0 when nothing could be
 * @throws AppError 404 not one's own, 409 not graded yet, 429
 */
export async function recordAdvice({ submissionId, learnerId, advice }: { submissionId: string; learnerId: string; advice: AdviceReport }): Promise<number> {
  const row = await getSubmission(submissionId);
  if (!row || !canReadSubmission({ learnerId: row.learnerId, actorId: learnerId })) throw notFound();
  await countAgainst('advice', learnerId);
  const { result, contentHash, exerciseId } = row;
  if (!result) throw conflict('This submission is not graded yet.');
  const version = contentHash === advice.contentHash ? await findVersion(contentHash) : null;
  const found = version && compareAdvice({ advice, result, visible: visibleChecksOf(version).names });
  if (!found) return 0; // the exercise was changed meanwhile, or nothing ran in both
  const { versions, seed } = advice;
  const { imageHash } = result;
  const first = await storeComparison({ submissionId, exerciseId, contentHash, seed, versions, imageHash, ...found });
  if (first && found.differences.length > 0) log.warn({ event: 'advice-differs', submissionId, exerciseId, contentHash, imageHash, browser: versions, checks: found.differences.map(({ check, browser, grader }) => [check, browser.status, grader.status]) }, 'browser and grader disagree');
  return found.compared;
}
