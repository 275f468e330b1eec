import { startGraders, stopGraders } from '@/lib/grading/service';
import { log } from '@/lib/platform/log';

/** Starts the graders of this process, and stops them when it is asked to end. A failure here must not keep lessons from being read. */
export async function startGradingHere(): Promise<void> {
  await startGraders().catch((error: unknown) => log.error({ err: error }, 'graders did not start'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stopGraders().catch((error: unknown) => log.error({ err: error }, 'graders did not stop well')));
  }
}
