import { sweepExpired } from '@/lib/auth/mutations';
import { startGraders, stopGraders } from '@/lib/grading/service';
import { log } from '@/lib/platform/log';
import { onShutdown } from '@/lib/platform/shutdown';

/** Starts the graders of this process and has them stopped with it. The database may come up after the site, which serves lessons meanwhile. */
export async function startGradingHere(): Promise<void> {
  onShutdown('graders', stopGraders);
  await startGraders();
}

/** Logs a fault of a page or an action: ids and the address without its query, nothing personal. */
export function logFault(error: unknown, { path, method, headers }: { path: string; method: string; headers: NodeJS.Dict<string | string[]> }): void {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error({ err: error, digest, method, path: path.split('?')[0], requestId: headers['x-request-id'] }, 'page or action failed');
}

const DAY_MS = 24 * 3600 * 1000;

/** Deletes sessions and links that ran out, now and once a day. */
export function startSweeping(): void {
  const sweep = () => void sweepExpired().catch((error: unknown) => log.error({ err: error }, 'expired sessions and links were not deleted'));
  sweep();
  setInterval(sweep, DAY_MS).unref();
}
