const WIDTH = 24;
const TELL_EVERY_MS = 5000;

/** Counts jobs that are to come and that are done, and shows each change. */
export abstract class JobCount {
  protected done = 0;
  protected total = 0;

  expect(jobs: number): void {
    this.total += jobs;
    this.show();
  }

  tick(): void {
    this.done += 1;
    this.show();
  }

  abstract end(): void;
  protected abstract show(): void;
}

/** Shows how far a number of jobs is, on standard error: one line that moves on a terminal, a line now and then in a log. */
export class ProgressBar extends JobCount {
  private told = Date.now();

  constructor(private readonly out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr) {
    super();
  }

  /** Takes the line away. */
  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
  }

  protected show(): void {
    const filled = this.total ? Math.round((WIDTH * this.done) / this.total) : 0;
    const text = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${this.done} of ${this.total}`;
    if (this.out.isTTY) this.out.write(`\r\u001b[K${text}`);
    else if (Date.now() - this.told >= TELL_EVERY_MS) {
      this.told = Date.now();
      this.out.write(`    … ${text}\n`);
    }
  }
}
