import 'server-only';
import { db } from './db';

/** Whether the database answers, its migrations are finished, and how many jobs wait. */
export async function readDatabaseHealth(): Promise<{ database: boolean; migrations: boolean; queued: number | null }> {
  try {
    const [{ unfinished } = { unfinished: 1 }] = await db().$queryRaw<{ unfinished: number }[]>`
      SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`;
    const [{ queued } = { queued: null }] = await db().$queryRaw<{ queued: number }[]>`SELECT count(*)::int AS queued FROM graphile_worker.jobs`;
    return { database: true, migrations: unfinished === 0, queued };
  } catch {
    return { database: await answers(), migrations: false, queued: null };
  }
}

async function answers(): Promise<boolean> {
  return db().$queryRaw`SELECT 1`.then(() => true, () => false);
}
