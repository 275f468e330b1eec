import os from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type LessonJob, type LessonReport, reportOnLesson } from '../../lib/content/answer-key';
import { bundle } from './bundle.mjs';

/** Fewer lessons are read before a thread has started. */
const WORTH_A_THREAD = 40;
/** a thread is given its next lesson while it reads this one */
const AHEAD = 2;

type Read = (job: LessonJob) => Promise<LessonReport>;

/**
 * Reads lessons on all processors: here, and in a thread for each other one when there are enough of them.
 * @returns a report for each job, in their order
 */
export async function readLessons(jobs: LessonJob[]): Promise<LessonReport[]> {
  const others = jobs.length < WORTH_A_THREAD ? 0 : Math.min(os.availableParallelism(), Math.ceil(jobs.length / WORTH_A_THREAD)) - 1;
  const script = others > 0 ? await bundle('scripts/content/lesson-thread.ts') : null;
  const threads = script ? Array.from({ length: others }, () => startThread(script)) : [];
  const waiting = [...jobs.entries()].reverse();
  const done: LessonReport[] = [];
  const work = async (read: Read) => {
    for (let next = waiting.pop(); next; next = waiting.pop()) done[next[0]] = await read(next[1]);
  };
  try {
    await Promise.all([work(readHere), ...threads.flatMap(({ read }) => Array.from({ length: AHEAD }, () => work(read)))]);
  } finally {
    await Promise.all(threads.map(({ end }) => end()));
  }
  return done;
}

/** Lets the threads be heard before each lesson. */
const readHere: Read = async (job) => {
  await setImmediate();
  return reportOnLesson(job);
};

function startThread(script: URL): { read: Read; end: () => Promise<number> } {
  const worker = new Worker(script, { execArgv: ['--conditions=react-server'] });
  const asked: { resolve: (report: LessonReport) => void; reject: (error: unknown) => void }[] = [];
  worker.on('message', (report: LessonReport) => asked.shift()?.resolve(report)); // it answers in the order in which it was asked
  worker.on('error', (error) => asked.splice(0).forEach(({ reject }) => reject(error)));
  const read: Read = (job) =>
    new Promise((resolve, reject) => {
      asked.push({ resolve, reject });
      worker.postMessage(job);
    });
  return { read, end: () => worker.terminate() };
}
