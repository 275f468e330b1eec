import type { ExerciseKey } from '../../lib/content/schema';
import { type Change, changeOf, diffOf, type Mutant } from './mutants';

/** killed: a check failed on it, or it did not run. alive: it passes with every seed. broke: checks.py itself stopped. */
export type Fate = { fate: 'killed' | 'alive' } | { fate: 'broke'; why: string };
export type TriedMutant = { mutant: Mutant } & Fate;

/** The share of mutants that have to be killed, waived ones aside. */
export const WANTED = 0.9;

export type Score = {
  file: string;
  /** how many there would be; the others were not tried */
  all: number;
  mutants: number;
  killed: number;
  waived: number;
  /** 0 to 1: killed of those that are not waived */
  score: number;
  survivors: { line: number; kind: string; change: Change; diff: string[] }[];
  faults: string[];
};

/** What became of the mutants of one exercise, and whether that is good enough: then `faults` is empty. */
export function scoreOf({ folder, key, all, tried }: { folder: string; key: ExerciseKey; all: Mutant[]; tried: TriedMutant[] }): Score {
  const file = `${folder}/solution.py`;
  const changed = (mutant: Mutant) => changeOf(key.solution, mutant);
  const isWaived = (mutant: Mutant) => key.waived.some((waiver) => same(waiver, changed(mutant)));
  const killed = tried.filter(({ fate }) => fate === 'killed').length;
  const alive = tried.filter(({ fate }) => fate === 'alive');
  const survivors = alive.filter(({ mutant }) => !isWaived(mutant));
  const waived = alive.length - survivors.length;
  const score = tried.length === waived ? 1 : killed / (tried.length - waived);
  return {
    file,
    all: all.length,
    mutants: tried.length,
    killed,
    waived,
    score,
    survivors: survivors.map(({ mutant }) => ({ line: mutant.first, kind: mutant.kind, change: changed(mutant), diff: diffOf(key.solution, mutant) })),
    faults: [
      ...tried.flatMap((one) => (one.fate === 'broke' ? [`the checks themselves broke on a mutant: ${one.why}\n    ${diffOf(key.solution, one.mutant).join('\n    ')}`] : [])),
      ...needless({ folder, key, all, alive }),
      ...(score < WANTED ? [`${survivors.length} of ${tried.length - waived} mutants survive, so ${percent(score)} are killed; ${percent(WANTED)} are wanted. Ask for what they change in checks.py, or waive them in exercise.yaml with a reason`] : []),
    ],
  };
}

/** Rounded down: 89.9 % is not 90 %. */
export const percent = (share: number) => `${Math.floor(share * 100 + 1e-9)} %`;

const same = (waiver: Change, change: Change) => waiver.line === change.line && waiver.becomes === change.becomes;

function needless({ folder, key, all, alive }: { folder: string; key: ExerciseKey; all: Mutant[]; alive: TriedMutant[] }): string[] {
  return key.waived.flatMap((waiver) => {
    const is = (mutant: Mutant) => same(waiver, changeOf(key.solution, mutant));
    if (alive.some(({ mutant }) => is(mutant))) return [];
    const why = all.some(is) ? 'is noticed by the checks' : 'is no mutant of the solution';
    return [`exercise.yaml waives "${waiver.line}" becoming "${waiver.becomes}", which ${why}: take it out of ${folder}/exercise.yaml`];
  });
}
