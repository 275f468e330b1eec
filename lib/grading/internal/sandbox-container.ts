import { cleanText, finished, type Finished, type JobStart, type LineOffer, linked, measured, type Measured, ready, type Ready } from './contract';
import { type Role, type StartedContainer, startContainer } from './container-engine';
import { encodeFrame, type Frame, FrameReader } from './frame-stream';
import type { SandboxImage } from './sandbox-image';

const START_MS = 20_000;
/** What a container may write to its standard error before we stop keeping it. */
const KEPT_STDERR = 4000;

/** The container itself failed: never the learner's fault. */
export class ContainerFault extends Error {}

/** The job was stopped from here, to make room for others: nobody's fault, and it may be run again from its beginning. */
export class Postponed extends Error {}

/** What a job's process printed, in order of arrival. */
export type Printed = { stdout: Buffer[]; stderr: Buffer[]; both: Buffer[] };

/** What the process of a job says next: a message, or that it has ended. */
export type Reply = { kind: 'message'; message: unknown } | { kind: 'finished'; report: Finished };

/** One long-lived container, with its zygote ready to run one job after another. */
export class SandboxContainer {
  readonly role: Role;
  /** as the engine and the host's list of processes know it */
  readonly name: string;
  jobs = 0;
  /** set once it must not be used again: it died, broke the protocol, or a job hit a limit in it */
  worn = false;
  facts: Ready | null = null;
  private readonly container: StartedContainer;
  private readonly reader = new FrameReader();
  private readonly inbox: Frame[] = [];
  private waiter: { resolve: (frame: Frame) => void; reject: (error: Error) => void; timer: NodeJS.Timeout } | null = null;
  private stderr = '';
  private broken: Error | null = null;
  private jobRunning = false;
  private stopped = false;
  private ending = false;
  private measured: Measured | null = null;
  private limits: JobStart | null = null;
  private onSlow: () => void = () => {};
  private printed: Printed = { stdout: [], stderr: [], both: [] };
  /** how much the job's process has printed, as far as it came through here */
  printedBytes = 0;
  /** whether the line to the job's program has been handed over; known when its first answer has come */
  linked = false;

  private constructor({ image, role }: { image: SandboxImage; role: Role }) {
    this.role = role;
    this.container = startContainer({ image, role });
    this.name = this.container.name;
    const { process: child } = this.container;
    child.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
    child.stderr.on('data', (chunk: Buffer) => (this.stderr = (this.stderr + chunk.toString('utf8')).slice(-KEPT_STDERR)));
    child.stdin.on('error', () => this.fail('it closed its standard input'));
    child.on('error', (error) => this.fail(error.message));
    child.on('exit', (code, signal) => this.fail(`it ended (${signal ?? code})`));
  }

  /** Starts a container and waits until its zygote is warm. @throws ContainerFault */
  static async start({ image, role }: { image: SandboxImage; role: Role }): Promise<SandboxContainer> {
    const container = new SandboxContainer({ image, role });
    try {
      const { payload } = await container.nextFrame(START_MS);
      container.facts = ready.parse(JSON.parse(payload.toString('utf8')));
      return container;
    } catch (error) {
      container.destroy();
      throw error;
    }
  }

  /** Begins a job: the waiting process becomes its own. `onSlow` is called when it has had more time of its own than `quick_ms`. */
  startJob(limits: JobStart, onSlow: () => void = () => {}): void {
    this.jobs += 1;
    this.jobRunning = true;
    this.stopped = false;
    this.ending = false;
    this.measured = null;
    this.limits = limits;
    this.onSlow = onSlow;
    this.printed = { stdout: [], stderr: [], both: [] };
    this.printedBytes = 0;
    this.linked = false;
    this.write('J', limits);
  }

  /** Of its last job; null where its process is as good for any other. */
  get work(): string | null {
    return this.limits?.work ?? null;
  }

  /** What the job that runs, or ran last, may use. */
  get jobLimits(): JobStart {
    if (!this.limits) throw new Error('no job has begun here');
    return this.limits;
  }

  send(message: unknown): void {
    this.write('D', message);
  }

  /** Has the zygote hand the line to its program over to a checker's container. */
  offerLine(offer: LineOffer): void {
    this.write('L', offer);
  }

  /** Stops the running job for the sake of others. Whoever waits for its reply gets Postponed; the container stays good. */
  stopJob(): void {
    if (!this.jobRunning || this.stopped || this.broken) return;
    this.stopped = true;
    this.sendEnd();
  }

  /**
   * Ends the job and gives what its process used until now, as the zygote measured it. The process may still be going away.
   * @throws ContainerFault when no answer comes in time
   */
  async measureAndEnd(ms: number): Promise<Measured> {
    if (this.jobRunning) this.sendEnd();
    while (!this.measured) await this.receiveReply(ms);
    return this.measured;
  }

  /** The job's process has said its last word and ends the job: it need not be told to. */
  awaitEnd(): void {
    this.ending = true;
  }

  private sendEnd(): void {
    if (this.ending) return;
    this.ending = true;
    this.write('E', '');
  }

  /** The next message of the job's process. @throws ContainerFault when none comes in time, Postponed after stopJob */
  async nextReply(ms: number): Promise<Reply> {
    for (;;) {
      const reply = await this.receiveReply(ms);
      if (reply.kind === 'finished' && this.stopped) throw new Postponed('stopped to make room for others');
      if (reply.kind !== 'measured') return reply;
    }
  }

  private async receiveReply(ms: number): Promise<Reply | { kind: 'measured' }> {
    for (;;) {
      const { kind, payload } = await this.nextFrame(ms);
      if (kind === 'O' || kind === 'X') this.keepPrinted(kind === 'O' ? 'stdout' : 'stderr', payload);
      else if (kind === 'D') return { kind: 'message', message: parseJson(payload) };
      else if (kind === 'K') this.linked = linked.parse(parseJson(payload)).linked;
      else if (kind === 'U') return this.keepMeasured(payload);
      else if (kind === 'F') return { kind: 'finished', report: this.finishJob(payload) };
      else throw this.fault(`it sent a frame of unknown kind ${kind}`);
    }
  }

  /** What was printed since the last call. */
  takePrinted(): { stdout: string; stderr: string; both: string } {
    const { stdout, stderr, both } = this.printed;
    this.printed = { stdout: [], stderr: [], both: [] };
    const text = (parts: Buffer[]) => cleanText(Buffer.concat(parts).toString('utf8'));
    return { stdout: text(stdout), stderr: text(stderr), both: text(both) };
  }

  private keepPrinted(where: 'stdout' | 'stderr', payload: Buffer): void {
    this.printed[where].push(payload);
    this.printed.both.push(payload);
    this.printedBytes += payload.length;
  }

  /** Ends the job, if one still runs, and waits until its process is gone. */
  async endJob(ms: number): Promise<void> {
    if (!this.jobRunning) return;
    this.sendEnd();
    while (this.jobRunning) await this.receiveReply(ms);
  }

  /** Kills the container. */
  destroy(): void {
    this.worn = true;
    this.container.destroy();
    this.fail('it was stopped');
  }

  /**
   * A process that broke the rules may have worn its container, which is replaced rather than trusted. One that only hit a
   * limit is dead, and with its namespaces went all it had; without namespaces the container is replaced then, too.
   */
  private finishJob(payload: Buffer): Finished {
    const report = finished.parse(parseJson(payload));
    this.jobRunning = false;
    this.measured ??= report;
    if (report.limit === 'protocol' || !report.confined || (report.limit && !this.facts?.namespaces)) this.worn = true;
    return report;
  }

  private keepMeasured(payload: Buffer): { kind: 'measured' } {
    this.measured = measured.parse(parseJson(payload));
    return { kind: 'measured' };
  }

  /** What is written in one go goes out in one go: each system call here wakes the container. */
  private write(kind: string, message: unknown): void {
    if (this.broken) throw this.broken;
    const { stdin } = this.container.process;
    if (stdin.writableCorked === 0) {
      stdin.cork();
      process.nextTick(() => stdin.uncork());
    }
    stdin.write(encodeFrame({ kind, payload: Buffer.from(JSON.stringify(message)) }));
  }

  private receive(chunk: Buffer): void {
    try {
      for (const frame of this.reader.push(chunk)) {
        if (frame.kind === 'S') this.tellSlow();
        else if (this.waiter) this.settle((waiter) => waiter.resolve(frame));
        else this.inbox.push(frame);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** At once: whoever it concerns may be waiting for another container. */
  private tellSlow(): void {
    if (this.jobRunning && !this.ending) this.onSlow();
  }

  private nextFrame(ms: number): Promise<Frame> {
    const waiting = this.inbox.shift();
    if (waiting) return Promise.resolve(waiting);
    if (this.broken) return Promise.reject(this.broken);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.settle((waiter) => waiter.reject(this.fault(`it said nothing for ${ms} ms`))), ms);
      this.waiter = { resolve, reject, timer };
    });
  }

  private settle(how: (waiter: NonNullable<SandboxContainer['waiter']>) => void): void {
    const { waiter } = this;
    if (!waiter) return;
    this.waiter = null;
    clearTimeout(waiter.timer);
    how(waiter);
  }

  private fail(reason: string): void {
    const fault = this.fault(reason);
    this.broken ??= fault;
    this.settle((waiter) => waiter.reject(fault));
  }

  private fault(reason: string): ContainerFault {
    this.worn = true;
    const said = this.stderr.trim();
    return new ContainerFault(`the ${this.role} container failed: ${reason}${said ? `; it wrote: ${said}` : ''}`);
  }
}

function parseJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return null; // the schema that is applied next refuses it
  }
}
