import { unavailable } from '@/lib/platform/errors';

/** runs that may wait for each slot: more would wait longer than people do */
const RUNS_WAITING_PER_SLOT = 2;
const LONGEST_WAIT_MS = 10_000;
const RETRY_SECONDS = 5;

type Kind = 'grade' | 'run';

const crowded = () => unavailable('Many programs are being run at the moment. Your code is safe; try again in a few seconds.', RETRY_SECONDS);

/**
 * Who may use a container now. Grading goes first, and runs leave one slot of several to it: what was handed in gets its
 * verdict however many people press Run. A run that cannot begin soon is refused.
 */
export class Slots {
  private readonly waiting: Record<Kind, (() => void)[]> = { grade: [], run: [] };
  private readonly slots: number;
  private free: number;
  private runs = 0;

  constructor(slots: number) {
    this.slots = slots;
    this.free = slots;
  }

  /** Resolves when it is the caller's turn. @throws AppError 503 for a run, when too many wait or it waited too long */
  async enter(kind: Kind): Promise<void> {
    if (kind === 'run' && !this.hasRoom('run') && this.waiting.run.length >= RUNS_WAITING_PER_SLOT * this.slots) throw crowded();
    return new Promise((resolve, reject) => {
      const timer = kind === 'run' ? setTimeout(() => this.giveUp(turn, reject), LONGEST_WAIT_MS) : undefined;
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting[kind].push(turn);
      this.letIn();
    });
  }

  leave(kind: Kind): void {
    this.free += 1;
    if (kind === 'run') this.runs -= 1;
    this.letIn();
  }

  private giveUp(turn: () => void, reject: (error: Error) => void): void {
    this.waiting.run.splice(this.waiting.run.indexOf(turn), 1);
    reject(crowded());
  }

  private hasRoom(kind: Kind): boolean {
    return this.free > 0 && (kind === 'grade' || this.runs < Math.max(1, this.slots - 1));
  }

  private letIn(): void {
    for (const kind of ['grade', 'run'] as const) {
      while (this.waiting[kind].length > 0 && this.hasRoom(kind)) {
        this.free -= 1;
        if (kind === 'run') this.runs += 1;
        this.waiting[kind].shift()?.();
      }
    }
  }
}
