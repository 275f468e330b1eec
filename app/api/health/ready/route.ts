import { sandboxStatus } from '@/lib/grading/service';
import { readDatabaseHealth } from '@/lib/platform/data';
import { env } from '@/lib/platform/env';
import { route } from '@/lib/platform/http';
import { log } from '@/lib/platform/log';

export const dynamic = 'force-dynamic';

let toldBefore = '';

/** Whether this process can do its work: send it people only then. Says which part cannot; why is in the log. */
export const GET = route(async () => {
  const { database, migrations, queued } = await readDatabaseHealth();
  const { open, engine, imageHash, reason } = sandboxStatus();
  // with no graders of its own, this process grades elsewhere (`npm run grader`)
  const parts = { database, migrations, queue: queued !== null, sandbox: open || env().GRADERS === 0 };
  const ready = Object.values(parts).every(Boolean);
  const told = JSON.stringify(parts);
  if (told !== toldBefore) log[ready ? 'info' : 'warn']({ ready, ...parts, engine, imageHash, reason: reason?.slice(0, 300) }, 'readiness');
  toldBefore = told;
  return Response.json({ ready, ...parts }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
});
