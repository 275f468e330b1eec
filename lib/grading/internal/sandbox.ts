import os from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { env } from '@/lib/platform/env';
import { AppError, unavailable } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import type { RunResult, SandboxResult } from '../schema';
import { forLog } from './for-log';
import { type GradingJob, gradeOn, workOf } from './grading-run';
import { KilledFromOutside } from './learner-process';
import { runOn } from './plain-run';
import { Postponed } from './sandbox-container';
import { findImage, isWhole, readManifest, type SandboxImage } from './sandbox-image';
import { SandboxPool } from './sandbox-pool';
import { selfTest } from './self-test';
import { type Lane, slowSlots } from './slots';

export type SandboxStatus = { open: boolean; engine: string | null; imageHash: string | null; reason: string | null; slots: number; slowSlots: number; checkedAt: string | null };

/** lane: where the job begins. quickMs: a fast job that still runs after so long moves to the slow lane, or is postponed when that is full. */
export type Scheduling = { lane?: Lane; quickMs?: number };

/** Where learners' code runs. */
export type Sandbox = {
  /**
   * Runs a program against its checks. A failure of ours is the outcome `grader-fault`.
   * @throws AppError 503 while the sandbox is closed
   * @throws Postponed when the job was stopped to make room; run it again later in the slow lane. Nobody is to blame
   */
  grade: (job: GradingJob, scheduling?: Scheduling) => Promise<SandboxResult>;
  /** Runs a program and grades nothing. @throws AppError 503 while the sandbox is closed */
  run: (job: { code: string; stdin?: string }) => Promise<RunResult>;
  status: () => SandboxStatus;
  /** Opens the sandbox if the self-test passes, and goes on testing. Never throws: `status` says why it is closed. */
  start: () => Promise<void>;
  close: () => Promise<void>;
};

const TEST_AGAIN_MS = 5 * 60_000;
/** While closed, to notice soon that the image has been prepared or the engine is back. */
const LOOK_AGAIN_MS = 5000;
/** Containers may be killed under us; the job has done nothing wrong and is tried again in another. */
const TRIES = 3;
/** Time to notice that other containers went with the first. */
const PAUSE_MS = 100;
const MAX_DEFAULT_SLOTS = 5;
const IMAGE_CHANGED = 'Files of the sandbox image have changed or gone; run: npm run prepare:sandbox';

/** @param dataDir where scripts/prepare-sandbox.ts put the image */
export function createSandbox({ dataDir, slots }: { dataDir: string; slots: number }): Sandbox {
  let image: SandboxImage | null = null;
  let pool: SandboxPool | null = null;
  let timer: NodeJS.Timeout | null = null;
  let opening: Promise<void> | null = null;
  let state: Pick<SandboxStatus, 'open' | 'reason' | 'checkedAt'> = { open: false, reason: 'The sandbox is still starting.', checkedAt: null };

  async function gradeInPool(job: GradingJob, { lane = 'fast', quickMs }: Scheduling = {}): Promise<SandboxResult> {
    const asked = performance.now();
    let fault = '';
    let memoryKills = 0;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      try {
        // closed while the job was tried again: it waits until the sandbox opens, and this was none of its tries
        if (!pool) throw unavailable(`Grading is closed: ${state.reason}`);
        return await pool.withPair({ lane, checkerWork: workOf(job) }, async (pair, place) => {
          const claim = performance.now() - asked;
          const { phases, ...findings } = await gradeOn(pair, job, { quickMs, onSlow: () => (place.moveToSlow() ? 'continue' : 'stop') });
          if (findings.checks.some(({ status }) => status !== 'passed')) requireWholeImage();
          return { ...findings, seed: job.seed, imageHash: image?.imageHash ?? '', engine: image?.engine ?? '', phases: { claim, ...phases } };
        });
      } catch (error) {
        if (error instanceof Postponed || error instanceof AppError) throw error;
        if (outOfMemory(error)) memoryKills += 1;
        fault = error instanceof Error ? error.message : String(error);
        log.warn({ fault: forLog(fault), attempt }, 'a grading attempt failed');
        await setTimeout(PAUSE_MS);
      }
    }
    const told = memoryKills === TRIES ? { outcome: 'over-limit' as const, limit: 'memory' as const, fault: null } : { outcome: 'grader-fault' as const, limit: null, fault };
    return { ...told, checks: [], stdout: '', stderr: '', outputTruncated: false, error: null, seed: job.seed, imageHash: image?.imageHash ?? '', engine: image?.engine ?? '', usage: null, phases: {} };
  }

  async function runInPool({ code, stdin = '' }: { code: string; stdin?: string }): Promise<RunResult> {
    let memoryKills = 0;
    for (let attempt = 1; attempt <= TRIES && pool; attempt += 1) {
      try {
        const result = await pool.withLearner((learner) => runOn(learner, { code, stdin }));
        if (result.outcome !== 'ran') requireWholeImage();
        return result;
      } catch (error) {
        if (error instanceof AppError) throw error;
        if (outOfMemory(error)) memoryKills += 1;
        log.warn({ fault: forLog(String(error)), attempt }, 'a run failed');
        await setTimeout(PAUSE_MS);
      }
    }
    const told = memoryKills === TRIES ? { outcome: 'over-limit' as const, limit: 'memory' as const } : { outcome: 'grader-fault' as const, limit: null };
    return { ...told, stdout: '', stderr: '', outputTruncated: false, error: null, ms: 0 };
  }

  /** Brings the sandbox up if it is down, and tests it either way. */
  async function open(): Promise<void> {
    try {
      if (!pool) {
        image = findImage(dataDir);
        if (!image) throw new Error(readManifest(dataDir) ? IMAGE_CHANGED : 'The sandbox image has not been prepared; run: npm run prepare:sandbox');
        pool = new SandboxPool({ image, slots });
        await pool.start();
      }
      const problem = await selfTest((job) => gradeInPool(job));
      if (problem) throw new Error(problem);
      state = { open: true, reason: null, checkedAt: new Date().toISOString() };
    } catch (error) {
      shut(error instanceof Error ? error.message : String(error));
    }
  }

  /** A program may have failed for want of a file of ours; then nobody is blamed and everybody waits. @throws AppError 503 */
  function requireWholeImage(): void {
    if (!image || isWhole(image)) return;
    shut(IMAGE_CHANGED);
    throw unavailable(`Grading is closed: ${IMAGE_CHANGED}`);
  }

  function shut(reason: string): void {
    if (state.open || state.reason !== reason) log.error({ reason: forLog(reason) }, 'the sandbox is closed');
    pool?.close();
    pool = null;
    state = { open: false, reason, checkedAt: new Date().toISOString() };
  }

  function testLater(): void {
    timer = globalThis.setTimeout(() => void open().finally(testLater), state.open ? TEST_AGAIN_MS : LOOK_AGAIN_MS);
    timer.unref();
  }

  const requireOpen = () => {
    if (!state.open) throw unavailable(`Grading is closed: ${state.reason}`);
  };

  return {
    grade: async (job, scheduling) => {
      requireOpen();
      return gradeInPool(job, scheduling);
    },
    run: async (job) => {
      requireOpen();
      return runInPool(job);
    },
    status: () => ({ ...state, engine: image?.engine ?? null, imageHash: image?.imageHash ?? null, slots, slowSlots: slowSlots(slots) }),
    start: () => (opening ??= open().finally(testLater)),
    close: async () => {
      if (timer) clearTimeout(timer);
      await opening;
      if (timer) clearTimeout(timer);
      pool?.close();
      pool = null;
      opening = null;
      state = { open: false, reason: 'The sandbox has been closed.', checkedAt: state.checkedAt };
    },
  };
}

const outOfMemory = (error: unknown): boolean => error instanceof KilledFromOutside && error.nearMemoryLimit;

// One sandbox per process, however many copies of this module a bundler makes.
const shared = globalThis as typeof globalThis & { coursewrightSandbox?: Sandbox };

/** The sandbox of this process, configured by the environment. */
export function getSandbox(): Sandbox {
  const { DATA_DIR, GRADERS } = env();
  shared.coursewrightSandbox ??= createSandbox({ dataDir: DATA_DIR, slots: defaultSlots(GRADERS) });
  return shared.coursewrightSandbox;
}

/** @param graders the variable GRADERS; without it (or with 0, which only turns the queue's workers off) one slot more than there are cores, as the program and the checks of a job wait for each other and for the web server; five at most */
export function defaultSlots(graders: number | undefined): number {
  return graders || Math.min(os.availableParallelism() + 1, MAX_DEFAULT_SLOTS);
}
