import { ContainerShelf } from './container-shelf';
import type { ContainerPair } from './grading-run';
import type { SandboxContainer } from './sandbox-container';
import type { SandboxImage } from './sandbox-image';
import { Slots } from './slots';

/** Hands out warm containers, at most `slots` at a time; grading before runs. */
export class SandboxPool {
  private readonly learners: ContainerShelf;
  private readonly checkers: ContainerShelf;
  private readonly slots: Slots;

  constructor({ image, slots }: { image: SandboxImage; slots: number }) {
    this.slots = new Slots(slots);
    // One more than can be in use, so that the job after a hostile one does not wait for a new container.
    this.learners = new ContainerShelf({ image, role: 'learner', wanted: slots + 1 });
    this.checkers = new ContainerShelf({ image, role: 'checker', wanted: slots + 1 });
  }

  /** @throws ContainerFault when a container does not start */
  async start(): Promise<void> {
    await Promise.all([this.learners.fill(), this.checkers.fill()]);
  }

  /** Runs `work` with a learner's and a checker's container. The result is given before the containers are tidied up. */
  async withPair<T>(work: (pair: ContainerPair) => Promise<T>): Promise<T> {
    await this.slots.enter('grade');
    const taken = await Promise.allSettled([this.learners.take(), this.checkers.take()]);
    const [learner, checker] = taken;
    if (learner.status === 'rejected' || checker.status === 'rejected') {
      if (learner.status === 'fulfilled') await this.learners.giveBack(learner.value);
      if (checker.status === 'fulfilled') await this.checkers.giveBack(checker.value);
      this.slots.leave('grade');
      throw learner.status === 'rejected' ? learner.reason : (checker as PromiseRejectedResult).reason;
    }
    const pair = { learner: learner.value, checker: checker.value };
    return work(pair).finally(() => {
      void Promise.all([this.learners.giveBack(pair.learner), this.checkers.giveBack(pair.checker)]).finally(() => this.slots.leave('grade'));
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
