/** Next calls this once, before the first request. The graders live in the web process; GRADERS=0 leaves them to `npm run grader`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startGradingHere } = await import('./instrumentation-node');
  await startGradingHere();
}
