import { setTimeout } from 'node:timers/promises';
import { readQueueLanes } from '../data';
import { GRADE_TASK } from '../schema';

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

/** Between two questions to the database: so many times what the last answer took, within bounds. What it took is by the clock, and longer when this process is busy. */
const PAUSE_TIMES = 10;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1000;
/** More that wait than this are a crowd: then who asks is told what the last answer said, and not kept waiting for the next. */
const CROWD = 50;
const OLDEST_MS = 5000;

type Known = { at: number; places: Map<string, QueueStanding>; last: QueueStanding };

let answer: Promise<Map<string, QueueStanding>> | null = null;
let before: Promise<unknown> = Promise.resolve();
let workers = 0;
let mayBeginAt = 0;
let known: Known | null = null;
/** who handed in since then, and so waits behind all others */
const newcomers = new Map<string, QueueStanding>();

/**
 * Where a submission stands in the queue. Whoever asks meanwhile gets the same answer, so that a thousand who wait cost
 * no more than a tenth of one connection.
 */
export async function readQueueStanding(submissionId: string): Promise<QueueStanding> {
  const now = performance.now();
  if (known && (known.last.ahead ?? 0) > CROWD && now - known.at < OLDEST_MS) {
    if (now >= mayBeginAt) (answer ??= readAll()).catch(() => {});
    return known.places.get(submissionId) ?? placeOfNewcomer(known, submissionId);
  }
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
  before = reading.catch(() => {}).finally(() => (mayBeginAt = performance.now() + pauseAfter(performance.now() - began)));
  const queue = await reading;
  workers = queue.workers;
  const places = new Map<string, QueueStanding>();
  for (const { waiting, active, secondsEach } of queue.lanes) {
    for (const [ahead, id] of waiting.entries()) places.set(id, { workers, ahead, active: active.length, secondsEach });
    for (const id of active) places.set(id, { workers, ahead: null, active: active.length, secondsEach });
  }
  const { waiting = [], active = [], secondsEach = null } = queue.lanes.find(({ lane }) => lane === GRADE_TASK) ?? {};
  known = { at: performance.now(), places, last: { workers, ahead: waiting.length, active: active.length, secondsEach } };
  newcomers.clear();
  return places;
}

function placeOfNewcomer({ last }: Known, submissionId: string): QueueStanding {
  const place = newcomers.get(submissionId) ?? { ...last, ahead: (last.ahead ?? 0) + newcomers.size };
  newcomers.set(submissionId, place);
  return place;
}

const pauseAfter = (ms: number): number => Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, PAUSE_TIMES * ms));
