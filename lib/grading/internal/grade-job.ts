import os from 'node:os';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { beginGrading, type Begun, finishSubmission, postpone, returnToQueue } from '../mutations';
import { resultOfFault } from '../rules';
import type { GradingResult } from '../schema';
import { requireVersion } from './exercise-version';
import { forLog } from './for-log';
import { judge } from './judge';
import { QuickTime } from './quick-time';
import { findReusable } from './reuse';
import { getSandbox } from './sandbox';
import { Postponed } from './sandbox-container';
import type { Lane } from './slots';

/** After so many faults of ours in a row the submission is told so; somebody has to look, and it can be graded again. */
const MAX_TRIES = 3;
/** With a load of this many runnable processes a core, a program may have waited for its turn. */
const BUSY_LOAD = 0.7;

const payloadSchema = z.object({ submissionId: z.string() });

const quick = new QuickTime();
/** How long this grader took to store the verdict before this one, in ms. */
let lastStore: number | null = null;

/**
 * The queue's job that grades a stored submission and writes the verdict. Safe to run twice on the same submission. It
 * throws when it should be tried again later; the queue waits longer each time.
 */
export async function gradeJob(payload: unknown, lane: Lane = 'fast'): Promise<void> {
  const { submissionId } = payloadSchema.parse(payload);
  const submission = await beginGrading({ submissionId, imageHash: getSandbox().status().imageHash });
  if (!submission) return;
  const { tries, createdAt } = submission;
  const queue = Date.now() - createdAt.getTime();
  try {
    const { kind, contentHash, fault, lasting, reusedFromId, result } = await gradeOrReuse(submission, lane);
    if (lane === 'fast' && mayHaveStarved(result)) throw new Postponed('its time ran out while it waited for the processor');
    if (result.verdict === 'grader-fault') log.error({ submissionId, tries, fault: forLog(fault ?? '') }, 'grader fault');
    if (result.verdict === 'grader-fault' && !lasting && tries < MAX_TRIES) throw new Error(`grader fault, try ${tries}`);
    const began = performance.now();
    await finishSubmission({ submissionId, kind, contentHash, reusedFromId, result: { ...result, phases: { ...result.phases, queue, ...(lastStore === null ? {} : { store: lastStore }) } } });
    lastStore = performance.now() - began;
  } catch (error) {
    if (error instanceof Postponed) {
      quick.learnFromSlow();
      return postpone(submissionId);
    }
    // The sandbox closed under us: the submission waits for it to open again, however long that takes.
    const closed = error instanceof AppError && error.status === 503;
    await returnToQueue({ submissionId, countsAsTry: !closed });
    throw error;
  }
}

async function gradeOrReuse(begun: Begun, lane: Lane) {
  const { exerciseId, contentHash, code, seed } = begun;
  const key = await requireVersion({ exerciseId, contentHash }).catch(unreadable);
  if (!('exercise' in key)) return { kind: 'exercise' as const, contentHash, fault: key.fault, lasting: true, result: resultOfFault(seed), reusedFromId: null };
  const kind = key.exercise.kind === 'challenge' ? ('challenge' as const) : ('exercise' as const);
  const reused = findReusable({ key, begun });
  const judgedBy = { kind, contentHash: key.exercise.contentHash };
  if (reused) return { ...judgedBy, fault: null, lasting: false, ...reused };
  const { fault, byAuthor: lasting, ...result } = await judge({ key, code, seed }, { lane, quickMs: quick.ms });
  if (lane === 'fast') quick.learnFrom(result);
  return { ...judgedBy, fault, lasting, result, reusedFromId: null };
}

/** The exercise is gone, or was kept in a form that this site cannot read: no later try would change that. @throws any other error */
function unreadable(error: unknown): { fault: string } {
  if (error instanceof z.ZodError || (error instanceof AppError && error.status === 404)) return { fault: `the exercise cannot be read: ${error.message}` };
  throw error;
}

/** On a busy machine a program that got little of the processor is not to blame that its time ran out: it gets a second try in the slow lane. */
function mayHaveStarved({ limit, usage }: GradingResult): boolean {
  if (limit !== 'time' || !usage || (os.loadavg()[0] ?? 0) < BUSY_LOAD * os.availableParallelism()) return false;
  return usage.cpuMs < usage.wallMs / 2;
}
