import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findExercise, listCourses } from '@/lib/content/data';
import { readSubmission, submit, waitForVerdict } from '@/lib/grading/service';
import { closeDb, db } from '@/lib/platform/db';
import { closeNotifications } from '@/lib/platform/notifications';
import { prepareQueue } from '@/lib/platform/queue';
import { getActivity } from '@/lib/progress/data';

// Long enough to be killed in the middle of, short enough for the sandbox's own limit.
const SLOW = 'import time\n\ntime.sleep(1.5)\n';

const children: ChildProcess[] = [];
let learnerId: string;
let exerciseId: string;

/** The same graders that live in the web process, in a process of their own that can be killed. */
function startGrader(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'scripts/grader.ts'], { env: { ...process.env, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  return child;
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));
// A program of its own each time: the same one would not be run again.
const hand = (idempotencyKey = randomUUID()) => submit({ learnerId, exerciseId, code: `${SLOW}# ${idempotencyKey}\n`, idempotencyKey });
async function untilBegun(submissionId: string): Promise<void> {
  for (;;) {
    const row = await db().submission.findUniqueOrThrow({ where: { id: submissionId } });
    if (row.startedAt && !row.finishedAt) return;
    if (row.finishedAt) throw new Error('it was graded before it could be killed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeAll(async () => {
  await prepareQueue();
  learnerId = (await db().user.create({ data: { guest: true } })).id;
  const exercises = (await listCourses()).flatMap((course) => course.modules.flatMap((module) => module.lessons.flatMap((lesson) => lesson.exercises)));
  exerciseId = exercises.find((exercise) => exercise.kind === 'challenge')?.id ?? '';
  expect(await findExercise(exerciseId)).not.toBeNull();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await closeNotifications();
  await closeDb();
});

it('grades after a restart what was stored when its process was killed with -9', { timeout: 120_000 }, async () => {
  const first = startGrader();
  const inHand = await hand();
  await untilBegun(inHand.submissionId);
  first.kill('SIGKILL');
  await ended(first);
  const waiting = await hand(); // stored while no grader lives at all

  const restarted = Date.now();
  startGrader();
  expect(await waitForVerdict(waiting.submissionId, 60_000)).toBe(true);
  expect(await waitForVerdict(inHand.submissionId, 60_000)).toBe(true);
  expect(Date.now() - restarted).toBeLessThan(45_000); // 30 s to take over, the rest to start

  for (const { submissionId } of [inHand, waiting]) expect((await readSubmission(submissionId)).result?.verdict).toMatch(/failed|did-not-run|over-limit/);
  expect(await getActivity({ learnerId, activityId: exerciseId })).toMatchObject({ attempts: 2 });
});

it('finishes what is in hand when it is asked to stop', { timeout: 60_000 }, async () => {
  for (const child of children) child.kill('SIGKILL');
  const grader = startGrader();
  const { submissionId } = await hand();
  await untilBegun(submissionId);
  grader.kill('SIGTERM');
  await ended(grader);
  expect((await readSubmission(submissionId)).state).toBe('graded');
});
