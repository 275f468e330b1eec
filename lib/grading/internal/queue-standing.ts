import { setTimeout } from 'node:timers/promises';
import { type QueueStanding, readQueueStandings } from '../data';

/** Between two questions to the database. */
const PAUSE_MS = 100;

let asked = new Set<string>();
let answer: Promise<Map<string, QueueStanding>> | null = null;
let beganAt = 0;

/**
 * Where a submission stands in the queue. Whoever asks meanwhile gets the same answer, so that a thousand who wait cost
 * ten questions a second.
 */
export async function readQueueStanding(submissionId: string): Promise<QueueStanding> {
  asked.add(submissionId);
  answer ??= askForAll();
  return (await answer).get(submissionId) ?? { workers: 0, ahead: null, active: 0, secondsEach: null };
}

async function askForAll(): Promise<Map<string, QueueStanding>> {
  await setTimeout(Math.max(0, beganAt + PAUSE_MS - Date.now()));
  const ids = [...asked];
  asked = new Set();
  answer = null;
  beganAt = Date.now();
  return readQueueStandings(ids);
}
