import { EventEmitter } from 'node:events';
import { Logger, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { env } from './env';
import { log } from './log';
import { keepHeartbeats } from './queue-heartbeats';

/** how often a worker looks for jobs whose time has come; new ones wake it at once */
const POLL_MS = 1000;

const logger = new Logger(() => (level, message) => {
  const known = level === 'error' || level === 'warning' ? 'warn' : 'debug';
  log[known]({ queue: true }, message);
});

/** Workers that take nothing but these tasks, so that no task keeps those of another lane waiting. */
export type QueueLane = {
  /** what to do with a job, by task name; throwing makes the queue try again later */
  tasks: TaskList;
  /** jobs worked on at a time */
  concurrency: number;
};

/** Workers of the queue in this process. */
export type Workers = {
  /** true when one ended on an error (the database restarted, say): stop these and start new ones */
  broken: () => boolean;
  /** takes no more jobs, waits for those in hand, and hands the rest to others */
  stop: () => Promise<void>;
};

/** Makes the queue's own tables in the database, or brings them up to date. Safe to call from many processes. */
export async function prepareQueue(): Promise<void> {
  await runMigrations({ connectionString: env().DATABASE_URL, logger });
}

/**
 * Starts workers that take jobs from the queue in Postgres. While they live they keep a heartbeat, and they free the
 * jobs of workers anywhere that missed theirs: graphile-worker alone would wait four hours.
 * docs/decisions/0020-graphile-worker.md
 * @param crontab tasks of the first lane that one of all workers starts by the clock (UTC), in graphile-worker's form of a crontab
 */
export async function startWorkers({ lanes, crontab }: { lanes: [QueueLane, ...QueueLane[]]; crontab?: string }): Promise<Workers> {
  const wanted = lanes.reduce((sum, { concurrency }) => sum + concurrency, 0);
  // Each lane listens on a connection of its own; one more is for the heartbeats.
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: wanted + lanes.length + 1 });
  pool.on('error', (error) => log.warn({ err: error }, 'queue connection lost'));
  const alive = new Set<string>();
  const events = new EventEmitter();
  events.on('worker:create', ({ worker }) => alive.add(worker.workerId));
  events.on('worker:stop', ({ worker }) => alive.delete(worker.workerId));
  const runners: Runner[] = [];
  let heartbeats: Awaited<ReturnType<typeof keepHeartbeats>> | null = null;
  const stop = async () => {
    await Promise.all(runners.map((runner) => runner.stop().catch(() => {}))); // throws when it had ended by itself
    await heartbeats?.stop();
    await pool.end();
  };
  try {
    for (const [index, { tasks, concurrency }] of lanes.entries()) {
      const runner = await run({ pgPool: pool, concurrency, taskList: tasks, crontab: index === 0 ? crontab : undefined, pollInterval: POLL_MS, noHandleSignals: true, logger, events });
      runner.promise.catch((error: unknown) => log.warn({ err: error }, 'queue workers ended'));
      runners.push(runner);
    }
    heartbeats = await keepHeartbeats({ pool, workerIds: alive });
  } catch (error) {
    await stop(); // the database went away meanwhile: those that run already have nobody who knows of them
    throw error;
  }
  return { broken: () => alive.size < wanted, stop };
}
