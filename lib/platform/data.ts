import 'server-only';
import { db } from './db';

/** Whether the database answers, it has every migration this build knows of, and how many jobs wait. */
export async function readDatabaseHealth(): Promise<{ database: boolean; migrations: boolean; queued: number | null }> {
  try {
    const newest = process.env.NEWEST_MIGRATION ?? '';
    const [{ applied, unfinished } = { applied: 0, unfinished: 0 }] = await db().$queryRaw<{ applied: number; unfinished: number }[]>`
      SELECT count(*) FILTER (WHERE migration_name = ${newest} AND finished_at IS NOT NULL)::int AS applied,
        count(*) FILTER (WHERE finished_at IS NULL)::int AS unfinished FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
    const [{ queued } = { queued: null }] = await db().$queryRaw<{ queued: number }[]>`SELECT count(*)::int AS queued FROM graphile_worker.jobs`;
    return { database: true, migrations: applied > 0 && unfinished === 0, queued };
  } catch {
    return { database: await answers(), migrations: false, queued: null };
  }
}

async function answers(): Promise<boolean> {
  return db().$queryRaw`SELECT 1`.then(() => true, () => false);
}
