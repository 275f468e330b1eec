import { unavailable } from '@/lib/platform/errors';

/** runs that may wait for each slot: more would wait longer than people do */
const RUNS_WAITING_PER_SLOT = 2;
/** A run is refused then; a slow job begins then even though fast ones wait. */
const LONGEST_WAIT_MS = { run: 10_000, slow: 120_000 };
const RETRY_SECONDS = 5;
/** A crowd is over when for so long no more fast jobs waited than there are slots: between two of them the queue is empty for moments. */
const CALM_MS = 2000;

/** fast: grading as it begins. slow: grading that took longer than most, beside it. run: nothing is graded. */
export type Lane = 'fast' | 'slow';
type Kind = Lane | 'run';
type Waiter = { turn: () => void; waitedLong: boolean };

const crowded = () => unavailable('Many programs are being run at the moment. Your code is safe; try again in a few seconds.', RETRY_SECONDS);

/** How many slow jobs may run beside `slots` fast ones: as many, as they get a third of the processor that a fast one gets (sandbox/runner/child.py). */
export const slowSlots = (slots: number): number => slots;

/**
 * Who may use a container now. Grading goes first, and runs leave one slot of several to it: what was handed in gets its
 * verdict however many people press Run. A run that cannot begin soon is refused. Slow jobs have a few slots of their own,
 * so that endless loops never keep quick work waiting; a slow job begins when the crowd of fast ones is gone, or after two minutes.
 */
export class Slots {
  private readonly waiting: Record<Kind, Waiter[]> = { fast: [], slow: [], run: [] };
  private readonly slots: number;
  private free: number;
  private slowFree: number;
  private runs = 0;
  /** runs out when the crowd is gone */
  private crowd: NodeJS.Timeout | null = null;

  constructor(slots: number) {
    this.slots = slots;
    this.free = slots;
    this.slowFree = slowSlots(slots);
  }

  /** Resolves when it is the caller's turn. @throws AppError 503 for a run, when too many wait or it waited too long */
  async enter(kind: Kind): Promise<void> {
    if (kind === 'run' && !this.hasRoom('run') && this.waiting.run.length >= RUNS_WAITING_PER_SLOT * this.slots) throw crowded();
    return new Promise((resolve, reject) => {
      const timer = kind === 'fast' ? undefined : setTimeout(() => this.waitedLong(kind, waiter, reject), LONGEST_WAIT_MS[kind]);
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiter: Waiter = { turn, waitedLong: false };
      this.waiting[kind].push(waiter);
      this.letIn();
      if (this.waiting.fast.length > this.slots) this.noteCrowd();
    });
  }

  leave(kind: Kind): void {
    if (kind === 'slow') this.slowFree += 1;
    else this.free += 1;
    if (kind === 'run') this.runs -= 1;
    this.letIn();
  }

  /**
   * A running fast job goes on as a slow one, and the next fast one begins. In a crowd it does not: it would take the
   * processor from those who wait.
   * @returns false when there is no room for it
   */
  moveToSlow(): boolean {
    if (this.slowFree === 0 || this.crowd) return false;
    this.slowFree -= 1;
    this.leave('fast');
    return true;
  }

  private noteCrowd(): void {
    if (this.crowd) return void this.crowd.refresh();
    this.crowd = setTimeout(() => {
      this.crowd = null;
      if (this.waiting.fast.length > this.slots) this.noteCrowd();
      this.letIn();
    }, CALM_MS).unref();
  }

  private waitedLong(kind: Kind, waiter: Waiter, reject: (error: Error) => void): void {
    if (kind === 'run') {
      this.waiting.run.splice(this.waiting.run.indexOf(waiter), 1);
      reject(crowded());
    } else {
      waiter.waitedLong = true;
      this.letIn();
    }
  }

  private hasRoom(kind: Kind): boolean {
    if (kind === 'slow') return this.slowFree > 0 && ((this.waiting.fast.length === 0 && !this.crowd) || this.waiting.slow[0]?.waitedLong === true);
    return this.free > 0 && (kind === 'fast' || this.runs < Math.max(1, this.slots - 1));
  }

  private letIn(): void {
    for (const kind of ['fast', 'slow', 'run'] as const) {
      while (this.waiting[kind].length > 0 && this.hasRoom(kind)) {
        if (kind === 'slow') this.slowFree -= 1;
        else this.free -= 1;
        if (kind === 'run') this.runs += 1;
        this.waiting[kind].shift()?.turn();
      }
    }
  }
}
