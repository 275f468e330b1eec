import type { CheckResult, JobLimits, SandboxResult, Usage } from '../schema';
import { type CheckerMessage, checkerMessage, CONTRACT, type LearnerMessage } from './contract';
import { CHECKER_LIMITS, programLimits } from './job-limits';
import { askLearner, type Ended, limitBehind } from './learner-process';
import { ContainerFault, Postponed, type SandboxContainer } from './sandbox-container';

/** for a zygote to say what a process used; it needs a millisecond */
const MEASURE_MS = 3000;

/** `stdin` is what the program reads while it is loaded. */
export type GradingJob = { code: string; checks: string; seed: number; stdin?: string; limits?: JobLimits };
/** Two containers: the program runs in one, the checks in the other, and nothing but the messages of the contract passes between. */
export type ContainerPair = { learner: SandboxContainer; checker: SandboxContainer };
/** A job whose program had `quickMs` of time for itself, computing or idle, asks once whether it may go on. */
export type Patience = { quickMs?: number; onSlow?: () => 'continue' | 'stop' };
type Findings = Omit<SandboxResult, 'seed' | 'imageHash' | 'engine' | 'phases' | 'usage'>;

/** checks.py is wrong; surely so, unless the machine may have been too busy for it. */
class AuthorsFault extends Error {
  readonly sure: boolean;

  constructor(message: string, { sure = true }: { sure?: boolean } = {}) {
    super(message);
    this.sure = sure;
  }
}

type Run = Findings & { usage: Usage | null; phases: Record<string, number> };

/**
 * Runs the checks against a program.
 * @throws ContainerFault when a container fails; the program is not to blame and the job may be tried again
 * @throws Postponed when `onSlow` said stop; both containers stay good
 */
export async function gradeOn(pair: ContainerPair, job: GradingJob, { quickMs, onSlow }: Patience = {}): Promise<Run> {
  let stopped = false;
  const stop = () => {
    if (onSlow?.() !== 'stop') return;
    stopped = true;
    pair.learner.stopJob();
    pair.checker.stopJob();
  };
  const run = await gradeToTheEnd(pair, job, { quickMs, onSlow: stop }).catch((error: unknown) => {
    // a checker that lost its program to the stop may complain first
    throw stopped ? new Postponed('stopped to make room for others') : error;
  });
  if (stopped) throw new Postponed('stopped as it ended');
  return run;
}

async function gradeToTheEnd(pair: ContainerPair, job: GradingJob, { quickMs, onSlow }: { quickMs?: number; onSlow: () => void }): Promise<Run> {
  const began = performance.now();
  const limits = programLimits(job.limits);
  pair.learner.startJob({ ...limits, quick_ms: quickMs }, onSlow);
  pair.checker.startJob(CHECKER_LIMITS);
  pair.checker.send({ v: CONTRACT, type: 'check', checks: job.checks, source: job.code, seed: job.seed });
  try {
    const [loaded, names] = await both(askLearner(pair.learner, { v: CONTRACT, type: 'load', mode: 'grade', source: job.code, stdin: job.stdin ?? '', seconds: limits.wall_seconds }), checkNames(pair.checker));
    const loadedAt = performance.now();
    const printed = pair.learner.takePrinted();
    const error = loaded.kind === 'answer' && loaded.message.type === 'loaded' ? loaded.message.error : null;
    if (loaded.kind === 'ended' || error) {
      const ended: Ended = loaded.kind === 'ended' ? loaded.ended : { limit: limitBehind(error), error, fault: null };
      if (ended.fault) throw new ContainerFault(ended.fault);
      const checks = names.map((name) => notRun(name));
      const outcome = ended.limit ? 'over-limit' : 'did-not-run';
      return { ...findings({ checks, printed: [printed], ended }), outcome, ...(await figures(pair, { began, loadedAt, checkedAt: loadedAt })) };
    }
    const run = new CheckRun(pair, names, printed);
    await run.toTheEnd();
    return { ...run.findings(), ...(await figures(pair, { began, loadedAt, checkedAt: performance.now() })) };
  } catch (error) {
    if (!(error instanceof AuthorsFault)) throw error;
    return { ...findings({ checks: [], printed: [], ended: null }), outcome: 'grader-fault', fault: error.message, byAuthor: error.sure, usage: null, phases: {} };
  }
}

/** Ends the program, and gives what it used and where the time went. */
async function figures({ learner }: ContainerPair, at: { began: number; loadedAt: number; checkedAt: number }): Promise<Pick<Run, 'usage' | 'phases'>> {
  const { cpu_ms, wall_ms, rss_kb, output_bytes, fork_ms } = await learner.measureAndEnd(MEASURE_MS);
  const load = Math.max(0, at.loadedAt - at.began - fork_ms);
  return {
    usage: { cpuMs: cpu_ms, wallMs: wall_ms, peakMemoryKb: rss_kb, outputBytes: output_bytes },
    phases: { fork: fork_ms, load, checks: at.checkedAt - at.loadedAt },
  };
}

/** As Promise.all, but waits for both even when one fails, so that no answer is left in a stream. */
async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([a, b]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

async function nextOfChecker(checker: SandboxContainer): Promise<CheckerMessage> {
  const reply = await checker.nextReply(checker.jobLimits.wall_seconds * 1000);
  if (reply.kind === 'finished') {
    checker.worn = true;
    if (reply.report.limit === 'time') throw new AuthorsFault('the checks ran longer than they may', { sure: false });
    throw new ContainerFault(`the checker ended: ${JSON.stringify(reply.report)}`);
  }
  const message = checkerMessage.parse(reply.message);
  if (message.type === 'fault') throw new AuthorsFault([`checks.py${message.line ? `, line ${message.line}` : ''}: ${message.message}`, message.text].filter(Boolean).join('\n    '));
  return message;
}

async function checkNames(checker: SandboxContainer): Promise<string[]> {
  const message = await nextOfChecker(checker);
  if (message.type !== 'names') throw new ContainerFault(`the checker began with ${message.type}`);
  return message.names;
}

/** The conversation between the checks and the program, once both are loaded. */
class CheckRun {
  private readonly results = new Map<number, CheckResult>();
  private readonly printed: { stdout: string; stderr: string }[];
  private ended: Ended | null = null;
  private endTold = false;
  private output = '';

  constructor(
    private readonly pair: ContainerPair,
    private readonly names: string[],
    atLoad: { stdout: string; stderr: string },
  ) {
    this.printed = [atLoad];
  }

  async toTheEnd(): Promise<void> {
    const { checker } = this.pair;
    checker.send({ v: CONTRACT, type: 'begin', stdout: this.printed[0]?.stdout ?? '' });
    for (;;) {
      const message = await nextOfChecker(checker);
      if (message.type === 'done') return;
      if (message.type === 'ask') checker.send(await this.answer(message.question));
      if (message.type === 'result') this.keep(message);
    }
  }

  private async answer(question: Extract<CheckerMessage, { type: 'ask' }>['question']): Promise<(LearnerMessage & { stdout: string }) | { v: 1; type: 'gone' }> {
    if (this.ended) return { v: CONTRACT, type: 'gone' };
    const answer = await askLearner(this.pair.learner, question);
    const printed = this.pair.learner.takePrinted();
    this.printed.push(printed);
    this.output += printed.stdout + printed.stderr;
    if (answer.kind === 'answer') return { ...answer.message, stdout: printed.stdout };
    if (answer.ended.fault) throw new ContainerFault(answer.ended.fault);
    this.ended = answer.ended;
    return { v: CONTRACT, type: 'gone' };
  }

  private keep({ check, name, status, message, expected, actual, error }: Extract<CheckerMessage, { type: 'result' }>): void {
    // The check during which the program ended says why.
    const why = status === 'failed' && !this.endTold ? this.ended : null;
    if (why) this.endTold = true;
    const limit = limitBehind(error);
    if (limit && !this.ended) {
      this.ended = { limit, error, fault: null };
      this.endTold = true;
    }
    this.results.set(check, { name, status, message: why?.error?.plain ?? message, expected, actual, output: this.output, error: error ?? why?.error ?? null });
    this.output = '';
  }

  findings(): Findings {
    const checks = this.names.map((name, index) => this.results.get(index) ?? notRun(name));
    // Why the program did not run is told only when it did not; here the failed check carries the error.
    return { ...findings({ checks, printed: this.printed, ended: this.ended }), outcome: this.ended?.limit ? 'over-limit' : 'ran', error: this.ended?.limit ? this.ended.error : null };
  }
}

function findings({ checks, printed, ended }: { checks: CheckResult[]; printed: { stdout: string; stderr: string }[]; ended: Ended | null }): Findings {
  return {
    outcome: 'ran',
    checks,
    stdout: printed.map((part) => part.stdout).join(''),
    stderr: printed.map((part) => part.stderr).join(''),
    outputTruncated: ended?.limit === 'output',
    error: ended?.error ?? null,
    limit: ended?.limit ?? null,
    fault: null,
  };
}

function notRun(name: string): CheckResult {
  return { name, status: 'not-run', message: '', expected: null, actual: null, output: '', error: null };
}
