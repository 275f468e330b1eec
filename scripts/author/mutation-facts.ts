import path from 'node:path';
import type { MutationScore } from '../../lib/authoring/schema';
import { type Bench, keepingBench } from '../exercises/bench';
import { keptFile, KeptResults } from '../exercises/kept-results';
import { planMutation } from '../exercises/mutation';
import { type Score, WANTED } from '../exercises/mutation-score';
import type { Scored } from '../exercises/try-all';
import { presentImage } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import type { FoundExercise } from './find-exercise';
import { placeOf } from './follow-content';

type Sandbox = Parameters<typeof keepingBench>[0]['sandbox'];

/** The bench of check:exercises with what it keeps, so that neither runs what the other ran. @param sandbox see keepingBench */
export function sharedBench(sandbox: Sandbox): { bench: Bench; kept: KeptResults } | null {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  const image = presentImage(dataDir);
  if (!image) return null;
  const kept = new KeptResults(keptFile(dataDir));
  return { kept, bench: keepingBench({ kept, image: `${image.imageHash} ${image.recipeHash}`, root: process.cwd(), sandbox }) };
}

class NotKept extends Error {}

/** The mutation score, if all that it rests on was run since the last change; else null. Runs nothing. */
export async function keptScore({ key, folder, root }: FoundExercise & { root: string }): Promise<MutationScore | null> {
  const shared = sharedBench(() => Promise.reject(new NotKept()));
  if (!shared) return null;
  try {
    const plan = await planMutation({ folder, key, bench: shared.bench });
    for (const job of plan.jobs) await job();
    return toFacts({ score: plan.score(), root });
  } catch (error) {
    if (error instanceof NotKept) return null;
    throw error;
  }
}

/** As the bar shows it. Without a score, the reason why there is none is its fault. */
export function toFacts({ score, fault = null, root }: { score: Score | null; fault?: Scored['fault']; root: string }): MutationScore {
  if (!score) return { mutants: 0, killed: 0, waived: 0, percent: 0, enough: false, faults: [fault ?? 'no reason given'], survivors: [] };
  const { file, mutants, killed, waived, faults, survivors } = score;
  return {
    mutants,
    killed,
    waived,
    percent: Math.floor(score.score * 100 + 1e-9),
    enough: score.score >= WANTED,
    faults,
    survivors: survivors.map(({ line, kind, diff }) => ({ file: path.posix.basename(file), line, kind, diff, link: placeOf({ root, file, line }).link })),
  };
}
