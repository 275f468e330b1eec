import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDb, db } from '@/lib/platform/db';
import { readGradingFigures } from './data';
import { setGradingGauges } from './internal/grading-gauges';
import { totalOf } from './rules';
import type { GradingFigures } from './schema';

const MINUTE = 60_000;
type Made = { verdict?: 'passed' | 'failed' | 'grader_fault' | null; minutesAgo?: number; totalMs?: number; phases?: Record<string, number>; reusedFromId?: string };

/** A submission that was graded so long ago, or waits. */
async function submission({ verdict = 'passed', minutesAgo = 1, totalMs = 100, phases = {}, reusedFromId }: Made): Promise<string> {
  const finishedAt = verdict && new Date(Date.now() - minutesAgo * MINUTE);
  const createdAt = new Date((finishedAt?.getTime() ?? Date.now() - minutesAgo * MINUTE) - totalMs);
  const key = randomUUID();
  const result = { verdict, summary: '', phases };
  await db().submission.create({
    data: { id: key, learnerId: LEARNER, courseId: 'flask', lessonId: 'l', exerciseId: 'e', code: 'x', idempotencyKey: key, contentHash: 'h', seed: 1, verdict, result: verdict ? result : undefined, createdAt, finishedAt, reusedFromId },
  });
  return key;
}

/** What the browser said of a submission, so long ago. */
async function advice({ agrees, minutesAgo = 1 }: { agrees: boolean; minutesAgo?: number }): Promise<void> {
  const submissionId = await submission({ minutesAgo: 26 * 60 });
  await db().adviceComparison.create({ data: { submissionId, exerciseId: 'e', contentHash: 'h', compared: 1, agrees, differences: [], seed: 1, versions: {}, imageHash: 'i', createdAt: new Date(Date.now() - minutesAgo * MINUTE) } });
}

const LEARNER = randomUUID();
let before: GradingFigures;
let after: GradingFigures;

beforeAll(async () => {
  await db().submission.deleteMany(); // tests of other files run before or after, never beside this one
  before = await readGradingFigures();
  await db().user.create({ data: { id: LEARNER } });
  for (const ms of [10, 20, 30, 40, 50]) await submission({ totalMs: 10 * ms, phases: { queue: ms, checks: 2 * ms } });
  await submission({ verdict: 'failed', totalMs: 1000, phases: { queue: 1000 }, minutesAgo: 90 });
  await submission({ verdict: 'grader_fault', totalMs: 2000, phases: {}, minutesAgo: 90 });
  await submission({ verdict: 'failed', phases: { queue: 5 }, minutesAgo: 25 * 60 });
  const original = await submission({ minutesAgo: 30 * 60 });
  await submission({ totalMs: 1, phases: { queue: 1, checks: 1 }, reusedFromId: original });
  await submission({ verdict: null, minutesAgo: 2, totalMs: 0 });
  const submissionId = await submission({ minutesAgo: 30 * 60 });
  await db().regrading.create({ data: { submissionId, contentHash: 'new', verdict: 'failed', result: { phases: { queue: 7 } } } });
  for (const agrees of [true, true, false]) await advice({ agrees });
  await advice({ agrees: false, minutesAgo: 90 });
  await advice({ agrees: false, minutesAgo: 25 * 60 });
  after = await readGradingFigures();
});

afterAll(async () => {
  await db().user.delete({ where: { id: LEARNER } });
  await closeDb();
});

describe('the figures of grading', () => {
  it('are empty, not zero times, where nothing was graded', () => {
    expect(before).toMatchObject({ waiting: 0, oldestWaitingSeconds: 0, hour: { reused: 0, phases: {} }, day: { reused: 0, phases: {} } });
    expect([totalOf(before.hour), totalOf(before.day)]).toEqual([0, 0]);
  });

  it('count first verdicts of the last hour and day, and what waits', () => {
    expect(after.hour.graded).toEqual({ passed: 6, failed: 0, 'did-not-run': 0, 'over-limit': 0, 'grader-fault': 0 });
    expect(after.day.graded).toEqual({ passed: 6, failed: 1, 'did-not-run': 0, 'over-limit': 0, 'grader-fault': 1 });
    expect(after.waiting).toBe(1);
    expect(after.oldestWaitingSeconds).toBeGreaterThan(119);
    expect(after.oldestWaitingSeconds).toBeLessThan(150);
  });

  it('count how often browser and grader agreed', () => {
    expect(before.hour.advice).toEqual({ compared: 0, disagreed: 0 });
    expect(after.hour.advice).toEqual({ compared: 3, disagreed: 1 });
    expect(after.day.advice).toEqual({ compared: 4, disagreed: 2 });
  });

  it('say how long each phase took, of those that went through it, without reused verdicts', () => {
    expect(after.hour.reused).toBe(1);
    expect(after.hour.phases.queue).toEqual({ p50: 30, p95: 48, n: 5 });
    expect(after.hour.phases.checks).toEqual({ p50: 60, p95: 96, n: 5 });
    expect(after.hour.phases.total).toEqual({ p50: 300, p95: 480, n: 5 });
    expect(after.hour.phases.fork).toBeUndefined();
    expect(after.day.phases.queue?.n).toBe(6);
    expect(after.day.phases.total?.n).toBe(7);
  });
});

describe('the metrics', () => {
  const written = async (figures: GradingFigures | null) => {
    const registry = new Registry();
    setGradingGauges(registry, { figures: after, sandbox: { open: true, engine: 'bubblewrap' } });
    setGradingGauges(registry, { figures, sandbox: { open: figures !== null, engine: figures && 'bubblewrap' } });
    return (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));
  };

  it('hold the same figures, in seconds', async () => {
    const lines = await written(after);
    expect(lines).toContain('coursewright_database_up 1');
    expect(lines).toContain('coursewright_sandbox_open{engine="bubblewrap"} 1');
    expect(lines).toContain('coursewright_submissions_waiting 1');
    expect(lines).toContain('coursewright_submissions_graded{period="day",verdict="failed"} 1');
    expect(lines).toContain('coursewright_advice_disagreed{period="day"} 2');
    expect(lines).toContain('coursewright_grading_phase_seconds{period="hour",phase="total",quantile="0.95"} 0.48');
    expect(lines).toContain('coursewright_grading_phase_samples{period="hour",phase="queue"} 5');
  });

  it('leave out, rather than call zero, what cannot be read, also after it could', async () => {
    expect(await written(null)).toEqual(['coursewright_database_up 0', 'coursewright_sandbox_open{engine="none"} 0']);
  });
});
