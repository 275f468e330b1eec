import type { Task } from 'graphile-worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb, db } from './db';
import { prepareQueue, startWorkers } from './queue';
import { DEAD_AFTER_SECONDS } from './queue-heartbeats';

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

it('what a dead worker had in hand is next, and its tries begin anew: neither the crowd nor a long pause keeps it waiting', async () => {
  const taken: { name: string; attempts: number }[] = [];
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const task: Task = async (payload, { job }) => {
    taken.push({ name: (payload as { name: string }).name, attempts: job.attempts });
    if (taken.length === 1) await held;
  };
  const add = (name: string) => db().$executeRaw`SELECT graphile_worker.add_job(${TASK}, json_build_object('name', ${name}::text), job_key := ${name})`;
  await add('orphan');
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - ${DEAD_AFTER_SECONDS - 2} * interval '1 second', locked_by = 'worker-dead', attempts = 5, priority = 3 WHERE key = 'orphan'`;
  for (const name of ['first', 'second']) await add(name);

  const workers = await startWorkers({ lanes: [{ tasks: { [TASK]: task }, concurrency: 1 }] });
  try {
    await expect.poll(async () => (await db().$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE key = 'orphan' AND locked_at IS NULL`).length, { timeout: 10_000 }).toBe(1);
    goOn();
    await expect.poll(() => taken.length, { timeout: 10_000 }).toBe(3);
  } finally {
    goOn();
    await workers.stop();
  }
  expect(taken).toEqual([{ name: 'first', attempts: 1 }, { name: 'orphan', attempts: 1 }, { name: 'second', attempts: 1 }]);
});
