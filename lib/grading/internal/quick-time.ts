import type { GradingResult } from '../schema';

/** So many times the usual is no longer quick. */
const TIMES_USUAL = 6;
/** A program needs 5 to 15 ms of the processor: below this, nothing is told from noise. */
const LEAST_MS = 60;
/** However slow the machine is, nobody holds a fast slot for longer: a fifth of what a program may take at all. */
const MOST_MS = 1000;
/** So many submissions tell what is usual at first: until then, each endless loop holds its slot as long as may be. */
const FIRST = 5;
/** How far one submission moves what is usual. */
const STEP = 1.1;

/**
 * How much time of its own a program may have in the fast lane, be it processor time or time it sleeps: some times what
 * programs of late needed of the processor. How long it waits for the processor, for us or for the checks does not count, so
 * that an honest program on a busy machine is not taken for an endless loop. The median is followed by steps: up when one took longer, down
 * when it was quicker. So it counts only how many are slow, not how slow, and a few endless loops hardly move it.
 */
export class QuickTime {
  /** patient until it knows better: a grader that has just started is slow itself */
  private usualMs = MOST_MS / TIMES_USUAL;
  private readonly first: number[] = [];

  get ms(): number {
    return Math.min(MOST_MS, Math.max(LEAST_MS, this.usualMs * TIMES_USUAL));
  }

  learnFrom({ usage }: Pick<GradingResult, 'usage'>): void {
    const took = usage?.cpuMs ?? 0;
    if (took === 0) return;
    if (this.first.length >= FIRST) this.move(took > this.usualMs);
    else if (this.first.push(took) === FIRST) this.usualMs = within(this.first.sort((a, b) => a - b)[(FIRST - 1) / 2] ?? MOST_MS);
  }

  /** One was stopped, or moved aside, because it took too long. */
  learnFromSlow(): void {
    this.move(true);
  }

  private move(up: boolean): void {
    this.usualMs = within(up ? this.usualMs * STEP : this.usualMs / STEP);
  }
}

const within = (usualMs: number): number => Math.min(MOST_MS / TIMES_USUAL, Math.max(1, usualMs));
