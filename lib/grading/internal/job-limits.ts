import type { JobLimits, LimitsApplied } from '../schema';
import type { JobStart } from './contract';

/** What an exercise without limits of its own gets. */
const USUAL = { seconds: 5, memoryMb: 320, outputKb: 64 };
/** Processor time is the tighter limit: a loop is told before a sleep. */
const PROCESSOR_SHARE = 0.8;
/** Checks wait for the program, whose own limit strikes first; the most that a container allows. Endless checks end by their processor time. */
export const CHECKER_LIMITS: JobStart = { wall_seconds: 30, cpu_seconds: 8, memory_mb: 320, output_kb: 256 };

const within = (least: number, wanted: number, most: number) => Math.min(most, Math.max(least, wanted));

/** The limits of a program, within the bounds of every exercise. The container has bounds of its own (sandbox/runner/confinement.py). */
export function programLimits(limits: JobLimits = {}): JobStart {
  const seconds = within(1, limits.seconds ?? USUAL.seconds, 20);
  return {
    wall_seconds: seconds,
    cpu_seconds: Math.ceil(seconds * PROCESSOR_SHARE),
    memory_mb: within(64, limits.memoryMb ?? USUAL.memoryMb, 512),
    output_kb: within(1, limits.outputKb ?? USUAL.outputKb, 1024),
  };
}

/** The same as a result tells them. */
export function limitsTold(limits?: JobLimits): LimitsApplied {
  const { wall_seconds: seconds, cpu_seconds: cpuSeconds, memory_mb: memoryMb, output_kb: outputKb } = programLimits(limits);
  return { seconds, cpuSeconds, memoryMb, outputKb };
}
