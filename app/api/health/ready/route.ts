import { sandboxStatus } from '@/lib/grading/service';
import { readDatabaseHealth } from '@/lib/platform/data';
import { env } from '@/lib/platform/env';
import { route } from '@/lib/platform/http';

export const dynamic = 'force-dynamic';

/** Whether this process can do its work: send it people only then. Says which part cannot, and why. */
export const GET = route(async () => {
  const health = await readDatabaseHealth();
  const { open, engine, imageHash, reason } = sandboxStatus();
  // with no graders of its own, this process grades elsewhere (`npm run grader`)
  const sandbox = env().GRADERS === 0 ? { open: true, engine: 'elsewhere' } : { open, engine, imageHash, reason };
  const parts = { database: health.database, migrations: health.migrations, queue: { reachable: health.queued !== null, waiting: health.queued }, sandbox };
  const ready = health.database && health.migrations && health.queued !== null && sandbox.open;
  return Response.json({ ready, ...parts }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
});
