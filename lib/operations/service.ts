import { sandboxStatus } from '@/lib/grading/service';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { rememberFor } from '@/lib/platform/remember';
import { readGradingFigures } from './data';
import { setGradingGauges } from './internal/grading-gauges';
import type { GradingFigures, Status } from './schema';

/** However many look, the database is asked once in so long. */
const PERIOD_MS = 15_000;

// One memory per process, however many copies of this module a bundler makes.
const shared = globalThis as typeof globalThis & { coursewrightFigures?: () => Promise<GradingFigures | null> };

/** How grading is doing, at most some seconds old; null while the database does not answer. */
function readFigures(): Promise<GradingFigures | null> {
  const read = () =>
    readGradingFigures().catch((error: unknown) => {
      log.warn({ err: error }, 'the figures of grading could not be read');
      return null;
    });
  shared.coursewrightFigures ??= rememberFor({ ms: PERIOD_MS, read });
  return shared.coursewrightFigures();
}

/** How the site is doing, for everybody. */
export async function readStatus(): Promise<Status> {
  const { open, engine } = sandboxStatus();
  return { figures: await readFigures(), engine: open ? engine : null };
}

/** The same and the figures of this process, in Prometheus' text format. */
export async function writeMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics();
  const { open, engine } = sandboxStatus();
  setGradingGauges(registry, { figures: await readFigures(), sandbox: { open, engine } });
  return { text: await registry.metrics(), contentType: registry.contentType };
}
