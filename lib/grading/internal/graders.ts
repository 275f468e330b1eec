import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { prepareQueue, type QueueLane, startWorkers, type Workers } from '@/lib/platform/queue';
import { enqueueForgotten } from '../mutations';
import { GRADE_TASK, SLOW_GRADE_TASK } from '../schema';
import { gradeJob } from './grade-job';
import { deleteIdleGuestsJob, IDLE_GUESTS_CRONTAB, IDLE_GUESTS_TASK } from './idle-guests';
import { getSandbox } from './sandbox';

const LOOK_MS = 1000;
const FORGOTTEN_MS = 60_000;

type Graders = { works: boolean; prepared: boolean; workers: Workers | null; timer: NodeJS.Timeout; looking: Promise<void>; forgottenAt: number };

// One set of graders per process, however many copies of this module a bundler makes.
const shared = globalThis as typeof globalThis & { coursewrightGraders?: Graders };

/**
 * Starts the graders of this process: the sandbox, and workers of the queue for its slots. Returns once the queue's tables
 * are there, or the database was found away. Neither waits for the other: the sandbox opens meanwhile, and the database is
 * looked for every second. Workers run only while it is open, so that waiting submissions lose no tries to a closed sandbox.
 * @param always also with GRADERS=0, which leaves grading to other processes and keeps the sandbox for Run
 */
export async function startGraders({ always = false }: { always?: boolean } = {}): Promise<void> {
  if (shared.coursewrightGraders) return;
  const works = always || env().GRADERS !== 0;
  const graders: Graders = { works, prepared: false, workers: null, timer: setInterval(() => void look(graders), LOOK_MS), looking: Promise.resolve(), forgottenAt: 0 };
  shared.coursewrightGraders = graders;
  getSandbox().start().then(() => look(graders)).catch((error: unknown) => log.error({ err: error }, 'the sandbox did not start'));
  await look(graders);
}

/** Takes no more submissions, lets those in hand finish, and closes the sandbox. */
export async function stopGraders(): Promise<void> {
  const graders = shared.coursewrightGraders;
  if (!graders) return;
  shared.coursewrightGraders = undefined;
  clearInterval(graders.timer);
  await graders.looking;
  await graders.workers?.stop();
  await getSandbox().close();
}

/**
 * What runs at a time is bounded by the sandbox's slots, not here. The fast lane has more workers than slots: for each slot
 * one that writes the verdict before and one that waits with the next job, so that slots are never idle and know a crowd
 * when there is one; and for each slow slot one that stays with a job which moved there.
 */
function lanesFor({ slots, slowSlots }: { slots: number; slowSlots: number }): [QueueLane, QueueLane] {
  const fast = { [GRADE_TASK]: (payload: unknown) => gradeJob(payload, 'fast'), [IDLE_GUESTS_TASK]: deleteIdleGuestsJob };
  return [
    { tasks: fast, concurrency: 3 * slots + slowSlots },
    { tasks: { [SLOW_GRADE_TASK]: (payload: unknown) => gradeJob(payload, 'slow') }, concurrency: slowSlots },
  ];
}

/** Makes the workers fit the state of the sandbox, one look at a time. */
function look(graders: Graders): Promise<void> {
  const before = graders.looking;
  graders.looking = before.then(() => adjust(graders)).catch((error: unknown) => log.warn({ err: error }, 'graders could not be adjusted'));
  return graders.looking;
}

async function adjust(graders: Graders): Promise<void> {
  if (!graders.prepared) {
    await prepareQueue();
    graders.prepared = true;
  }
  if (!graders.works) return;
  const { open, slots, slowSlots, reason } = getSandbox().status();
  if (graders.workers && (!open || graders.workers.broken())) {
    log.warn({ open, reason }, 'grading pauses');
    const { workers } = graders;
    graders.workers = null;
    await workers.stop();
  }
  if (open && !graders.workers) {
    graders.workers = await startWorkers({ lanes: lanesFor({ slots, slowSlots }), crontab: IDLE_GUESTS_CRONTAB });
    log.info({ graders: slots }, 'graders are ready');
  }
  if (graders.workers && Date.now() - graders.forgottenAt > FORGOTTEN_MS) {
    graders.forgottenAt = Date.now();
    const count = await enqueueForgotten();
    if (count > 0) log.warn({ count }, 'submissions put back in the queue');
  }
}
