import { findExercise } from '@/lib/content/data';
import { listRegradings } from '../data';
import type { GradingResult, Receipt, RegradingView } from '../schema';
import { toResultView } from './view';

type Graded = { exerciseId: string; contentHash: string; result: GradingResult; gradedAt: Date };

/** What a verdict rests on. The seed is for those who teach: it says which inputs the checks chose. */
export async function toReceipt({ exerciseId, contentHash, result, gradedAt }: Graded, { withSeed }: { withSeed: boolean }): Promise<Receipt> {
  const { imageHash, engine, seed } = result;
  // How long storing took is known only once it is done: what stands there is of the verdict before.
  const { reused, store: _store, ...phases } = result.phases;
  const exercise = await findExercise(exerciseId);
  return {
    gradedAt: gradedAt.toISOString(), contentHash, changedSince: exercise?.contentHash !== contentHash, imageHash, engine,
    seed: withSeed ? seed : null, reused: reused !== undefined, phases,
  };
}

/** The later verdicts on a submission, newest first. */
export async function readRegradings({ id, exerciseId }: { id: string; exerciseId: string }, { withSeed }: { withSeed: boolean }): Promise<RegradingView[]> {
  const rows = await listRegradings(id);
  const views = rows.map(async ({ id: regradingId, contentHash, result, createdAt }) => ({
    id: regradingId,
    result: await toResultView(result),
    receipt: await toReceipt({ exerciseId, contentHash, result, gradedAt: createdAt }, { withSeed }),
  }));
  return Promise.all(views);
}
