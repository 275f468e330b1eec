import type { ExerciseKey } from '../../lib/content/schema';
import { SEEDS } from '../exercise-trials';
import type { Bench } from './bench';
import { changeOf, chooseMutants, mutated, MUTATOR, type Mutant, parseMutants } from './mutants';
import { type Fate, type Score, scoreOf, type TriedMutant } from './mutation-score';

/** Checks draw what they ask for: what one draw misses another meets, and a mutant is killed when one of them notices. */
const MUTANT_SEEDS = SEEDS.slice(0, 3);

/** The mutants of one exercise's solution: each a job of its own, then the score of them all. */
export type MutationPlan = { file: string; jobs: (() => Promise<void>)[]; score: () => Score };

/**
 * Which mutants there are, without trying them yet.
 * @throws Error when the mutator cannot read the solution
 */
export async function planMutation({ folder, key, bench }: { folder: string; key: ExerciseKey; bench: Pick<Bench, 'run' | 'verdict'> }): Promise<MutationPlan> {
  const printed = await bench.run({ code: MUTATOR, stdin: key.solution });
  if (printed.outcome !== 'ran') throw new Error(`no mutants of it could be made: ${printed.error?.message ?? printed.limit ?? printed.stderr}`);
  const all = parseMutants(printed.stdout);
  const waived = all.filter((mutant) => {
    const { line, becomes } = changeOf(key.solution, mutant);
    return key.waived.some((waiver) => waiver.line === line && waiver.becomes === becomes);
  });
  const chosen = new Set([...waived, ...chooseMutants(all.filter((mutant) => !waived.includes(mutant)))]);
  const tried: TriedMutant[] = [];
  const jobs = all.filter((mutant) => chosen.has(mutant)).map((mutant) => async () => {
    tried.push({ mutant, ...(await fateOf({ mutant, key, bench })) });
  });
  return { file: `${folder}/solution.py`, jobs, score: () => scoreOf({ folder, key, all, tried: tried.sort((a, b) => a.mutant.first - b.mutant.first) }) };
}

async function fateOf({ mutant, key, bench }: { mutant: Mutant; key: ExerciseKey; bench: Pick<Bench, 'verdict'> }): Promise<Fate> {
  const code = mutated(key.solution, mutant);
  for (const seed of MUTANT_SEEDS) {
    const { verdict, fault } = await bench.verdict({ key, code, seed });
    if (verdict === 'grader-fault') return { fate: 'broke', why: fault ?? 'no reason given' };
    if (verdict !== 'passed') return { fate: 'killed' };
  }
  return { fate: 'alive' };
}
