import { createHash, randomUUID } from 'node:crypto';
import type { JobLimits, Usage } from '../schema';
import { AuthorsFault, checkNames, CheckRun, type ContainerPair, type Findings, findings, notRun } from './check-run';
import { CONTRACT } from './contract';
import { CHECKER_LIMITS, programLimits } from './job-limits';
import { askLearner, type Ended, limitBehind } from './learner-process';
import { ContainerFault, Postponed } from './sandbox-container';

/** for a zygote to say what a process used; it needs a millisecond */
const MEASURE_MS = 3000;

/** `stdin` is what the program reads while it is loaded. */
export type GradingJob = { code: string; checks: string; seed: number; stdin?: string; limits?: JobLimits };
/** `relayed`: every word passes through here, as where the containers cannot be joined. A job whose program had `quickMs` of time for itself, computing or idle, asks once whether it may go on. */
export type Patience = { quickMs?: number; onSlow?: () => 'continue' | 'stop'; relayed?: boolean };

type Run = Findings & { usage: Usage | null; phases: Record<string, number> };

/**
 * Runs the checks against a program.
 * @throws ContainerFault when a container fails; the program is not to blame and the job may be tried again
 * @throws Postponed when `onSlow` said stop; both containers stay good
 */
export async function gradeOn(pair: ContainerPair, job: GradingJob, { quickMs, onSlow, relayed = false }: Patience = {}): Promise<Run> {
  let stopped = false;
  const stop = () => {
    if (onSlow?.() !== 'stop') return;
    stopped = true;
    pair.learner.stopJob();
    pair.checker.stopJob();
  };
  const run = await gradeToTheEnd(pair, job, { quickMs, onSlow: stop, relayed }).catch((error: unknown) => {
    // a checker that lost its program to the stop may complain first
    throw stopped ? new Postponed('stopped to make room for others') : error;
  });
  if (stopped) throw new Postponed('stopped as it ended');
  return run;
}

async function gradeToTheEnd(pair: ContainerPair, job: GradingJob, { quickMs, onSlow, relayed }: { quickMs?: number; onSlow: () => void; relayed: boolean }): Promise<Run> {
  const began = performance.now();
  const limits = programLimits(job.limits);
  pair.learner.startJob({ ...limits, quick_ms: quickMs }, onSlow);
  const word = randomUUID();
  pair.checker.startJob(relayed ? CHECKER_LIMITS : { ...CHECKER_LIMITS, word, work: workOf(job) });
  pair.checker.send({ v: CONTRACT, type: 'check', checks: job.checks, source: job.code, seed: job.seed });
  try {
    const loading = askLearner(pair.learner, { v: CONTRACT, type: 'load', mode: 'grade', source: job.code, stdin: job.stdin ?? '', seconds: limits.wall_seconds });
    if (!relayed) pair.learner.offerLine({ to: pair.checker.name, word });
    const [loaded, names] = await both(loading, checkNames(pair.checker));
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

/** The same for jobs with the same checks: a checker's process may do one after the other. */
export const workOf = ({ checks }: Pick<GradingJob, 'checks'>): string => createHash('sha256').update(checks).digest('hex').slice(0, 16);

/** Ends the program, and gives what it used and where the time went. */
async function figures({ learner, checker }: ContainerPair, at: { began: number; loadedAt: number; checkedAt: number }): Promise<Pick<Run, 'usage' | 'phases'>> {
  const { cpu_ms, wall_ms, rss_kb, output_bytes, fork_ms } = await learner.measureAndEnd(MEASURE_MS);
  const load = Math.max(0, at.loadedAt - at.began - fork_ms);
  return {
    usage: { cpuMs: cpu_ms, wallMs: wall_ms, peakMemoryKb: rss_kb, outputBytes: output_bytes + checker.printedBytes },
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
