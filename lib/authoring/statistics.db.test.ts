import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeDb, db } from '@/lib/platform/db';
import { readStatistics } from './data';

afterAll(closeDb);

const MINUTE_MS = 60_000;

/** A new learner who hands these in, one a minute. */
async function learner(exerciseId: string, verdicts: ('passed' | 'failed' | 'grader_fault' | null)[]): Promise<void> {
  const { id: learnerId } = await db().user.create({ data: { guest: true } });
  const began = Date.now();
  await db().submission.createMany({
    data: verdicts.map((verdict, index) => ({ learnerId, courseId: 'tea', lessonId: 'tea-green', exerciseId, code: 'x = 1', idempotencyKey: randomUUID(), contentHash: 'h', seed: 1, verdict, createdAt: new Date(began + index * MINUTE_MS) })),
  });
}

test('tries are counted up to the first that passed; faults of the grader and what waits count nowhere', async () => {
  const [pour, other, none] = [randomUUID(), randomUUID(), randomUUID()];
  await learner(pour, ['passed', 'failed', 'failed']);
  await learner(pour, ['failed', 'grader_fault', 'failed', 'passed']);
  await learner(pour, ['failed', 'failed']);
  await learner(pour, ['grader_fault', null]);
  await learner(other, ['failed']);
  const statistics = await readStatistics([pour, other, none]);
  expect(statistics.get(pour)).toEqual({ learners: 3, submissions: 8, passed: 2, medianTries: 2 });
  expect(statistics.get(other)).toEqual({ learners: 1, submissions: 1, passed: 0, medianTries: null });
  expect(statistics.has(none)).toBe(false);
});
