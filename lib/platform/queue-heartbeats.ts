import type pg from 'pg';
import { log } from './log';

const BEAT_MS = 1500;
/** Four beats missed: dead. With the poll of the queue this hands a dead worker's job to another within 9 seconds. */
export const DEAD_AFTER_SECONDS = 6;
/** Before all jobs that wait: those have waited less. */
const NEXT = -1;

const BEAT = `INSERT INTO "WorkerHeartbeat" ("workerId", "at") SELECT unnest($1::text[]), now()
  ON CONFLICT ("workerId") DO UPDATE SET "at" = now()`;
// A worker beats only after it has started, so a job locked a moment ago may be a newcomer's: the age of the lock counts too.
const DEAD = `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
  WHERE locked_at < now() - $1 * interval '1 second' AND NOT EXISTS
    (SELECT 1 FROM "WorkerHeartbeat" WHERE "workerId" = locked_by AND "at" > now() - $1 * interval '1 second')`;
const FORGET = `DELETE FROM "WorkerHeartbeat" WHERE "at" < now() - interval '1 hour'`;

/**
 * Keeps a heartbeat for the workers of this process and frees the jobs of workers anywhere that are dead.
 * @param workerIds read at every beat, so it may change
 */
export async function keepHeartbeats({ pool, workerIds }: { pool: pg.Pool; workerIds: ReadonlySet<string> }): Promise<{ stop: () => Promise<void> }> {
  const known = new Set<string>();
  const beat = async () => {
    for (const id of workerIds) known.add(id);
    await pool.query(BEAT, [[...workerIds]]);
    const { rows } = await pool.query<{ id: string }>(DEAD, [DEAD_AFTER_SECONDS]);
    if (rows.length > 0) await free({ pool, dead: rows.map((row) => row.id) });
  };
  await beat();
  let inHand: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    inHand = beat().catch((error: unknown) => log.warn({ err: error }, 'heartbeat missed'));
  }, BEAT_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await inHand;
      await pool.query('DELETE FROM "WorkerHeartbeat" WHERE "workerId" = ANY($1)', [[...known]]).catch(() => {});
    },
  };
}

/** Hands back what they had in hand. It is next, and its tries begin anew: the queue waits e^tries seconds after a failure, and a death is none of the job's. */
async function free({ pool, dead }: { pool: pg.Pool; dead: string[] }): Promise<void> {
  log.warn({ workers: dead }, 'taking over the jobs of workers that died');
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM graphile_worker.jobs WHERE locked_by = ANY($1::text[])', [dead]);
  await pool.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  await pool.query('SELECT FROM graphile_worker.reschedule_jobs($1::bigint[], priority := $2, attempts := 0)', [rows.map(({ id }) => id), NEXT]);
  await pool.query(FORGET);
}
