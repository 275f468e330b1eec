import { median, p95, rounded } from '../statistics';

/** Milliseconds of one round; null for a rival this machine does not have. */
export type Round = { floor: number; warm: number; http: number; cold: number | null; bwrapCold: number | null };

/**
 * A figure's median under its own name, and beside it its 95th percentile: the slow end of times and of ratios, the good
 * end of a speedup. A quotient is taken within each round, where both sides met the same machine. Null where nothing was measured.
 */
export function figure({ name, digits, rounds, of }: { name: string; digits: number; rounds: Round[]; of: (round: Round) => number | null }): Record<string, number | null> {
  const values = rounds.map(of).filter((value) => value !== null);
  if (values.length === 0) return { [name]: null, [`${name}_p95`]: null };
  return { [name]: rounded(median(values), digits), [`${name}_p95`]: rounded(p95(values), digits) };
}

/** The median of each phase, as `<phase>_ms`. */
export const mediansOf = (phases: Record<string, number[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(phases).map(([name, values]) => [`${name}_ms`, rounded(median(values))]));
