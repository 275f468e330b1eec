import { log } from '@/lib/platform/log';
import type { Role } from './container-engine';
import { ContainerFault, SandboxContainer } from './sandbox-container';
import type { SandboxImage } from './sandbox-image';

/** A container is replaced after so many jobs, whatever happened in it. */
const MAX_JOBS = 2000;
const END_MS = 3000;
const RETRY_MS = 1000;

/** The warm containers of one role. It keeps `wanted` alive: a taken one that comes back worn is replaced in the background. */
export class ContainerShelf {
  private readonly idle: SandboxContainer[] = [];
  private readonly all = new Set<SandboxContainer>();
  private readonly waiting: { resolve: (container: SandboxContainer) => void; reject: (error: Error) => void }[] = [];
  private starting = 0;
  private closed = false;

  constructor(private readonly options: { image: SandboxImage; role: Role; wanted: number }) {}

  /**
   * Starts the first container; the others follow in the background, and one that is lost meanwhile closes nothing.
   * @throws ContainerFault when none starts
   */
  async fill(): Promise<void> {
    await this.startOne().catch(() => this.startOne()); // once proves nothing: it may have been killed
    this.refill();
  }

  /** A warm container, if there is one that did the same work last; waits when none is idle. */
  take({ work = null }: { work?: string | null } = {}): Promise<SandboxContainer> {
    if (this.closed) return Promise.reject(new ContainerFault('the sandbox is closed'));
    this.dropWorn();
    const container = this.idle.findLast((one) => one.work === work) ?? this.idle.findLast((one) => one.work === null) ?? this.idle.at(-1);
    if (container) {
      this.idle.splice(this.idle.indexOf(container), 1);
      return Promise.resolve(container);
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.refill();
    });
  }

  /** Ends the job of a taken container and puts it back, or replaces it. */
  async giveBack(container: SandboxContainer): Promise<void> {
    try {
      await container.endJob(END_MS);
    } catch {
      container.worn = true;
    }
    if (container.worn || container.jobs >= MAX_JOBS || this.closed) {
      this.discard(container);
      this.refill();
    } else {
      this.shelve(container);
    }
  }

  close(): void {
    this.closed = true;
    for (const container of this.all) container.destroy();
    this.all.clear();
    this.idle.length = 0;
    for (const waiter of this.waiting.splice(0)) waiter.reject(new ContainerFault('the sandbox is closed'));
  }

  private shelve(container: SandboxContainer): void {
    const waiter = this.waiting.shift();
    if (waiter) waiter.resolve(container);
    else this.idle.push(container);
  }

  private dropWorn(): void {
    for (const container of this.idle.filter(({ worn }) => worn)) {
      this.idle.splice(this.idle.indexOf(container), 1);
      this.discard(container);
    }
    this.refill();
  }

  private discard(container: SandboxContainer): void {
    this.all.delete(container);
    container.destroy();
  }

  /** One at a time: a start takes more processor time than many jobs. */
  private refill(): void {
    if (this.closed || this.starting > 0 || this.all.size >= this.options.wanted) return;
    this.startOne().then(() => this.refill(), (error: unknown) => this.retryLater(error));
  }

  private async startOne(): Promise<void> {
    this.starting += 1;
    try {
      const container = await SandboxContainer.start(this.options);
      if (this.closed) return container.destroy();
      this.all.add(container);
      this.shelve(container);
    } finally {
      this.starting -= 1;
    }
  }

  private retryLater(error: unknown): void {
    if (this.closed) return;
    log.warn({ err: error, role: this.options.role }, 'a sandbox container did not start');
    this.waiting.shift()?.reject(error instanceof Error ? error : new ContainerFault(String(error)));
    setTimeout(() => this.refill(), RETRY_MS).unref();
  }
}
