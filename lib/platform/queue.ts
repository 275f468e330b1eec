import { EventEmitter } from 'node:events';
import { Logger, run, runMigrations, type TaskList } from 'graphile-worker';
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
 * @param tasks what to do with a job, by task name; throwing makes the queue try again later
 * @param crontab tasks that one of all workers starts by the clock (UTC), in graphile-worker's form of a crontab
 * @param concurrency jobs worked on at a time
 */
export async function startWorkers({ tasks, crontab, concurrency }: { tasks: TaskList; crontab?: string; concurrency: number }): Promise<Workers> {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: concurrency + 2 });
  pool.on('error', (error) => log.warn({ err: error }, 'queue connection lost'));
  const alive = new Set<string>();
  const events = new EventEmitter();
  events.on('worker:create', ({ worker }) => alive.add(worker.workerId));
  events.on('worker:stop', ({ worker }) => alive.delete(worker.workerId));
  const runner = await run({ pgPool: pool, concurrency, taskList: tasks, crontab, pollInterval: POLL_MS, noHandleSignals: true, logger, events });
  runner.promise.catch((error: unknown) => log.warn({ err: error }, 'queue workers ended'));
  const heartbeats = await keepHeartbeats({ pool, workerIds: alive });
  return {
    broken: () => alive.size < concurrency,
    stop: async () => {
      await runner.stop().catch(() => {}); // throws when it had ended by itself
      await heartbeats.stop();
      await pool.end();
    },
  };
}
