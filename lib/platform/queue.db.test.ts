import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb, db } from './db';
import { prepareQueue, startWorkers } from './queue';

const TASK = 'test-of-the-queue';
/** more than a worker waits between two looks at the queue */
const NOTICED_MS = 2500;

beforeAll(prepareQueue);
afterAll(closeDb);

it('workers that cannot keep a heartbeat take no jobs: nobody would hold them or stop them', async () => {
  const done: unknown[] = [];
  const task = async (payload: unknown) => void done.push(payload);
  await db().$executeRaw`ALTER TABLE "WorkerHeartbeat" RENAME TO "Away"`;
  try {
    await expect(startWorkers({ lanes: [{ tasks: { [TASK]: task }, concurrency: 2 }] })).rejects.toThrow('WorkerHeartbeat');
  } finally {
    await db().$executeRaw`ALTER TABLE "Away" RENAME TO "WorkerHeartbeat"`;
  }
  await db().$executeRaw`SELECT graphile_worker.add_job(${TASK}, '{}'::json)`;
  await new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
  expect(done).toEqual([]);

  const workers = await startWorkers({ lanes: [{ tasks: { [TASK]: task }, concurrency: 2 }] });
  await expect.poll(() => done.length, { timeout: 10_000 }).toBe(1);
  await workers.stop();
});
