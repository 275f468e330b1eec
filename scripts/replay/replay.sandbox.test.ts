import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requireExerciseKey } from '../../lib/content/answer-key';
import type { ExerciseKey } from '../../lib/content/schema';
import { closeSandbox, openSandbox, readSubmission, startGraders, stopGraders, submit, waitForVerdict } from '../../lib/grading/service';
import { closeDb, db } from '../../lib/platform/db';
import { closeNotifications } from '../../lib/platform/notifications';
import { getActivity } from '../../lib/progress/data';
import { changesBetween, formatImpact } from './impact';
import { CannotReplay } from './options';
import { replayExercise } from './replay-exercise';
import { replayOne, requireGraded } from './replay-one';

// An exercise whose checks draw what they ask for: without the recorded seed another run would say something else.
const EXERCISE = 'flask-cookies-remember-language';

let key: ExerciseKey;
let learnerId: string;
let solved: string;
let wrong: string;

/** The checks of the exercise with one that no program passes. */
const withMoreChecks = (): ExerciseKey => ({
  ...key,
  checks: `${key.checks}\n\n@check("Nobody passes this")\ndef impossible(client):\n    client.get("/none").expect_text("impossible")\n`,
  exercise: { ...key.exercise, contentHash: `stricter-${learnerId}` },
});
const again = (changed: ExerciseKey, record = false) => replayExercise({ key: changed, limit: 10, record, progress: () => {} });
const replay = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'scripts/replay.ts', ...args], { encoding: 'utf8' });

beforeAll(async () => {
  key = await requireExerciseKey(EXERCISE);
  learnerId = (await db().user.create({ data: { guest: true } })).id;
  const hand = async (code: string) => (await submit({ learnerId, exerciseId: EXERCISE, code, idempotencyKey: randomUUID() })).submissionId;
  await startGraders({ always: true });
  solved = await hand(key.solution);
  wrong = await hand(key.wrong.find(({ fails }) => fails !== '(does not run)')?.code ?? '');
  for (const id of [solved, wrong]) expect(await waitForVerdict(id, 60_000)).toBe(true);
  await stopGraders();
  await openSandbox();
});
afterAll(async () => {
  await closeSandbox();
  await closeNotifications();
  await closeDb();
});

it('repeats a verdict with the seed it was given by', async () => {
  expect(await replayOne(await requireGraded(solved))).toMatchObject({ same: true, differences: [], versionKept: true, verdict: { before: 'passed', after: 'passed' } });
  expect(await replayOne(await requireGraded(wrong))).toMatchObject({ same: true, differences: [], verdict: { before: 'failed', after: 'failed' } });
});

it('has another word for another seed, so that the recorded one is what makes it the same', async () => {
  const { result } = await db().submission.findUniqueOrThrow({ where: { id: wrong } });
  const results = [1, 2, 3].map((more) => ({ ...(result as { seed: number }), seed: (result as { seed: number }).seed + more }));
  const same: boolean[] = [];
  for (const other of results) {
    await db().submission.update({ where: { id: wrong }, data: { result: other } });
    same.push((await replayOne(await requireGraded(wrong))).same);
  }
  await db().submission.update({ where: { id: wrong }, data: { result: result ?? {} } });
  expect(same).toContain(false);
});

it('says what cannot be repeated', async () => {
  await expect(requireGraded('none')).rejects.toThrow(CannotReplay);
  const { submissionId } = await submit({ learnerId, exerciseId: EXERCISE, code: 'waiting = 1', idempotencyKey: randomUUID() });
  await expect(requireGraded(submissionId)).rejects.toThrow('not been graded yet');
  await db().submission.delete({ where: { id: submissionId } });
});

it('finds nothing to flip by the same checks, and what stricter ones would flip', async () => {
  expect(await again(key)).toMatchObject({ programs: 2, flipped: 0, otherChecks: 0, recorded: null });
  const stricter = await again(withMoreChecks());
  expect(stricter).toMatchObject({ programs: 2, flipped: 1, otherChecks: 1, recorded: null });
  expect(stricter.directions).toMatchObject([{ from: 'passed', to: 'failed', programs: 1, submissions: 1, learners: 1, examples: [{ submissionId: solved, first: { what: 'check "Nobody passes this"' } }] }]);
  expect(await db().regrading.count({ where: { submission: { learnerId } } })).toBe(0);
});

it('tells a pull request what a changed exercise does to stored work, and nothing of whose it is', async () => {
  const { changed, added, removed } = changesBetween([key], [withMoreChecks()]);
  const text = formatImpact({ since: 'main', changed: await Promise.all(changed.map((one) => again(one))), added, removed });
  expect(text).toContain(`| \`${EXERCISE}\` | 2 | 1 of 2 | 1 |`);
  expect(text).toContain('- **passed → failed**: 1 program of 1 learner; first differs: check "Nobody passes this"');
  for (const secret of [learnerId, solved, wrong]) expect(text).not.toContain(secret);
});

it('keeps new results when it is told to, once, and takes nothing from anybody', async () => {
  const before = await getActivity({ learnerId, activityId: EXERCISE });
  expect(await again(withMoreChecks(), true)).toMatchObject({ flipped: 1, recorded: 2 });
  expect(await again(withMoreChecks(), true)).toMatchObject({ flipped: 0, recorded: 0 });
  expect(await readSubmission(solved)).toMatchObject({ result: { verdict: 'passed' }, regradings: [{ result: { verdict: 'failed' }, receipt: { contentHash: `stricter-${learnerId}` } }] });
  expect(await getActivity({ learnerId, activityId: EXERCISE })).toEqual(before);
});

it('answers on the command line: the same 0, a difference 1, what cannot be tried 2', { timeout: 240_000 }, async () => {
  await closeSandbox(); // the command opens its own
  const same = replay(solved);
  expect(same, same.stderr).toMatchObject({ status: 0, stdout: expect.stringContaining('The same: passed.') });
  await db().$executeRaw`UPDATE "Submission" SET "result" = jsonb_set("result", '{stdout}', '"something else"') WHERE "id" = ${solved}`;
  const differs = replay(solved, '--json');
  expect(differs.status).toBe(1);
  expect(JSON.parse(differs.stdout)).toMatchObject({ same: false, differences: [{ what: 'standard output', before: 'something else', after: '' }] });
  expect(replay('none')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no submission "none"') });
});
