import { setTimeout } from 'node:timers/promises';
import { readQueueLanes } from '../data';

/** What stands before a waiting submission, and how fast its lane has been moving. */
export type QueueStanding = {
  /** graders alive, in all lanes; 0 means grading is paused */
  workers: number;
  /** jobs that go first; null when it does not wait: a grader has it */
  ahead: number | null;
  /** jobs of its lane that graders have in hand now */
  active: number;
  /** mean time a grader had each of the lane's latest submissions; null when there were none lately */
  secondsEach: number | null;
};

/** Between two questions to the database: at least so long, and so many times what the last answer took. */
const PAUSE_MS = 100;
const PAUSE_TIMES = 10;

let answer: Promise<Map<string, QueueStanding>> | null = null;
let before: Promise<unknown> = Promise.resolve();
let workers = 0;
let mayBeginAt = 0;

/**
 * Where a submission stands in the queue. Whoever asks meanwhile gets the same answer, so that a thousand who wait cost
 * no more than a tenth of one connection.
 */
export async function readQueueStanding(submissionId: string): Promise<QueueStanding> {
  answer ??= readAll();
  return (await answer).get(submissionId) ?? { workers, ahead: null, active: 0, secondsEach: null };
}

/** Begins when the one before has ended and the pause is over; who asks after it began waits for the next. */
async function readAll(): Promise<Map<string, QueueStanding>> {
  await before;
  await setTimeout(Math.max(0, mayBeginAt - performance.now()));
  const began = performance.now();
  const reading = readQueueLanes();
  answer = null;
  before = reading.catch(() => {}).finally(() => (mayBeginAt = performance.now() + Math.max(PAUSE_MS, PAUSE_TIMES * (performance.now() - began))));
  const queue = await reading;
  workers = queue.workers;
  const places = new Map<string, QueueStanding>();
  for (const { waiting, active, secondsEach } of queue.lanes) {
    for (const [ahead, id] of waiting.entries()) places.set(id, { workers, ahead, active: active.length, secondsEach });
    for (const id of active) places.set(id, { workers, ahead: null, active: active.length, secondsEach });
  }
  return places;
}
