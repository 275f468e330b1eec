import { ContainerShelf } from './container-shelf';
import type { ContainerPair } from './check-run';
import type { SandboxContainer } from './sandbox-container';
import type { SandboxImage } from './sandbox-image';
import { type Lane, Slots, slowSlots } from './slots';

/** What a job may do about its slot while it runs. */
export type Place = {
  /** From the fast lane to the slow one; also true when it is there already. False when there is no room. */
  moveToSlow: () => boolean;
};

/** Hands out warm containers: at most `slots` at a time in the fast lane and for runs, a few more in the slow lane. */
export class SandboxPool {
  private readonly learners: ContainerShelf;
  private readonly checkers: ContainerShelf;
  private readonly slots: Slots;

  constructor({ image, slots }: { image: SandboxImage; slots: number }) {
    this.slots = new Slots(slots);
    // One more than can be in use, so that the job after a hostile one does not wait for a new container.
    const wanted = slots + slowSlots(slots) + 1;
    this.learners = new ContainerShelf({ image, role: 'learner', wanted });
    this.checkers = new ContainerShelf({ image, role: 'checker', wanted });
  }

  /** @throws ContainerFault when a container does not start */
  async start(): Promise<void> {
    await Promise.all([this.learners.fill(), this.checkers.fill()]);
  }

  /**
   * Runs `work` with a learner's and a checker's container, if possible one whose process may go on with `checkerWork`. The
   * result is given, and the slot goes to the next, before the containers are tidied up: the next begins in a spare one.
   */
  async withPair<T>({ lane, checkerWork }: { lane: Lane; checkerWork?: string }, work: (pair: ContainerPair, place: Place) => Promise<T>): Promise<T> {
    let now = lane;
    let over = false;
    await this.slots.enter(lane);
    const moveToSlow = () => {
      if (!over && now === 'fast' && this.slots.moveToSlow()) now = 'slow';
      return over || now === 'slow';
    };
    const taken = await Promise.allSettled([this.learners.take(), this.checkers.take({ work: checkerWork })]);
    const [learner, checker] = taken;
    if (learner.status === 'rejected' || checker.status === 'rejected') {
      if (learner.status === 'fulfilled') await this.learners.giveBack(learner.value);
      if (checker.status === 'fulfilled') await this.checkers.giveBack(checker.value);
      this.slots.leave(now);
      throw learner.status === 'rejected' ? learner.reason : (checker as PromiseRejectedResult).reason;
    }
    const pair = { learner: learner.value, checker: checker.value };
    return work(pair, { moveToSlow }).finally(() => {
      over = true;
      void this.learners.giveBack(pair.learner);
      void this.checkers.giveBack(pair.checker);
      this.slots.leave(now);
    });
  }

  /** Runs `work` with a learner's container alone. @throws AppError 503 when too many runs wait */
  async withLearner<T>(work: (learner: SandboxContainer) => Promise<T>): Promise<T> {
    await this.slots.enter('run');
    const learner = await this.learners.take().catch((error: unknown) => {
      this.slots.leave('run');
      throw error;
    });
    return work(learner).finally(() => void this.learners.giveBack(learner).finally(() => this.slots.leave('run')));
  }

  /** Stops every container at once; jobs in hand fail. */
  close(): void {
    this.learners.close();
    this.checkers.close();
  }
}
