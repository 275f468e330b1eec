import { type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { killNow } from './processes';

/** As scripts/start/supervise.ts waits before it starts the web server again. */
const RESTART_AFTER_MS = 1000;
const END_WITHIN_MS = 10_000;

/** A process that is started again whenever it ends, until `stop`. Its words go to a file. */
export class Part {
  private child: ChildProcess | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly output: number;

  constructor(
    readonly name: string,
    readonly log: string,
    private readonly start: (output: number) => ChildProcess,
  ) {
    this.output = fs.openSync(log, 'a');
    this.spawn();
  }

  /** Its process id; null while it is down. */
  get id(): number | null {
    return this.child?.pid ?? null;
  }

  /** Kills with -9. @returns false when it was down already */
  kill(): boolean {
    return this.id !== null && killNow(this.id);
  }

  /** Ends it for good: asked first, killed when it takes too long. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    const { child } = this;
    if (child) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
      await ended;
      clearTimeout(timer);
    }
    fs.closeSync(this.output);
  }

  private spawn(): void {
    const child = this.start(this.output);
    this.child = child;
    child.once('exit', () => {
      this.child = null;
      if (!this.stopped) this.timer = setTimeout(() => this.spawn(), RESTART_AFTER_MS);
    });
  }
}
