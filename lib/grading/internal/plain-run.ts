import type { RunResult } from '../schema';
import { CONTRACT } from './contract';
import { programLimits } from './job-limits';
import { askLearner, type Ended, limitBehind } from './learner-process';
import { ContainerFault, type SandboxContainer } from './sandbox-container';

/** for a zygote to say what a process used; it needs a millisecond */
const MEASURE_MS = 3000;

/** Runs a program as `python program.py` would. @throws ContainerFault when the container fails */
export async function runOn(learner: SandboxContainer, { code, stdin }: { code: string; stdin: string }): Promise<RunResult> {
  const began = performance.now();
  const limits = programLimits();
  learner.startJob(limits);
  const answer = await askLearner(learner, { v: CONTRACT, type: 'load', mode: 'run', source: code, stdin, seconds: limits.wall_seconds });
  const ended = answer.kind === 'ended' ? answer.ended : endOf(answer.message.type === 'loaded' ? answer.message.error : null);
  if (ended.fault) throw new ContainerFault(ended.fault);
  const { stdout, stderr } = learner.takePrinted();
  const ms = performance.now() - began;
  const { rss_kb: peakMemoryKb } = await learner.measureAndEnd(MEASURE_MS);
  const outcome = ended.limit ? 'over-limit' : ended.error ? 'did-not-run' : 'ran';
  return { outcome, stdout, stderr, outputTruncated: ended.limit === 'output', error: ended.error, limit: ended.limit, ms, peakMemoryKb };
}

function endOf(error: RunResult['error']): Ended {
  return { limit: limitBehind(error), error, fault: null };
}
