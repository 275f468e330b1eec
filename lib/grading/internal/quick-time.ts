import type { GradingResult } from '../schema';

/** So many times the usual is no longer quick. */
const TIMES_USUAL = 6;
/** On an idle machine a program takes 10 to 20 ms: below this, nothing is told from noise. */
const LEAST_MS = 120;
/** However slow the machine is, nobody holds a fast slot for longer. */
const MOST_MS = 1500;
/** How much of the mean the latest one is. */
const WEIGHT = 0.05;

/**
 * How long a submission may take in the fast lane: some times what those that kept to their limits took lately, since a
 * busy machine makes all slower and an honest program must not be taken for an endless loop.
 */
export class QuickTime {
  private usualMs = LEAST_MS / 2;

  get ms(): number {
    return Math.min(MOST_MS, Math.max(LEAST_MS, this.usualMs * TIMES_USUAL));
  }

  learnFrom({ limit, phases: { fork = 0, load = 0, checks = 0 } }: Pick<GradingResult, 'limit' | 'phases'>): void {
    const took = fork + load + checks;
    if (limit !== null || took === 0) return;
    this.usualMs += (Math.min(took, MOST_MS) - this.usualMs) * WEIGHT;
  }
}
