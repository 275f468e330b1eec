import type { Instrumentation } from 'next';

/** Next calls this once, before the first request. The graders live in the web process; GRADERS=0 leaves them to `npm run grader`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startGradingHere, startSweeping } = await import('./instrumentation-node');
  startSweeping();
  await startGradingHere();
}

/** Faults while rendering pages and running actions, in the same log as everything else: with the digest that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logFault } = await import('./instrumentation-node');
  logFault(error, request);
};
