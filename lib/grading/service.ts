import { createHash } from 'node:crypto';
import { findExerciseKey, requireExerciseKey } from '@/lib/content/answer-key';
import { findExercise, highlightPython } from '@/lib/content/data';
import type { ExerciseKey } from '@/lib/content/schema';
import { badRequest, forbidden, notFound, tooLarge, unavailable } from '@/lib/platform/errors';
import { countAgainst, takeBack } from '@/lib/platform/rate-limit';
import { getSubmission, getSubmissionByKey, listSubmissions, readStandingResult } from './data';
import { keepVersion } from './internal/exercise-version';
import { judge } from './internal/judge';
import { readRegradings, toReceipt } from './internal/receipt';
import { getSandbox } from './internal/sandbox';
import { readStanding } from './internal/solution';
import { toView } from './internal/view';
import { countWaiting, waitUntilFinished } from './internal/wait';
import { recordRegrading, regrade, requireSameExercise, storeSubmission } from './mutations';
import { canReadSubmission, canSeeSolution, solutionRefusal } from './policy';
import { sameOutcome } from './rules';
import { type EarlierSubmission, type GradingResult, MAX_CODE_BYTES, type Receipt, type RegradingView, type RunResult, type SolutionView, type SubmissionRequest, type SubmissionView } from './schema';

export { recordAdvice } from './internal/advice-record';
export { startGraders, stopGraders } from './internal/graders';
export { requireVersion } from './internal/exercise-version';
export { readRegradings, toReceipt } from './internal/receipt';
export { toResultView } from './internal/view';

/** Two posts of the same form within this time are one: a double click or a reload. */
const SAME_FORM_MS = 10_000;
/** More than can be graded while an answer is held. */
const CROWD = 50;

/** What can be said of code before anybody is made a guest for it. @throws AppError 400, 404 no such exercise, 413 too much code */
export async function requireAcceptable({ exerciseId, code }: { exerciseId: string; code: string }): Promise<void> {
  requireCode(code);
  if (!(await findExercise(exerciseId))) throw notFound('There is no such exercise.');
}

/**
 * Stores code handed in for an exercise and queues it. The same key finds the same submission and counts against nothing.
 * @throws AppError 400 the key stands for another exercise, 404 no such exercise, 413 too much code, 429 too many
 */
export async function submit({ learnerId, exerciseId, code, idempotencyKey }: SubmissionRequest & { learnerId: string }): Promise<{ submissionId: string; created: boolean }> {
  requireCode(code);
  const key = await requireExerciseKey(exerciseId);
  try {
    await countAgainst('submission', learnerId);
  } catch (refusal) {
    const earlier = await getSubmissionByKey({ learnerId, idempotencyKey });
    if (!earlier) throw refusal;
    return { submissionId: requireSameExercise({ first: earlier, exerciseId }), created: false };
  }
  await keepVersion(key);
  const { courseId, lessonId, contentHash } = key.exercise;
  const stored = await storeSubmission({ learnerId, courseId, lessonId, exerciseId, contentHash, code, idempotencyKey });
  // Only what is new counts; to look for the key first would cost every submission a question to the database.
  if (!stored.created) await takeBack('submission', learnerId);
  return stored;
}

/**
 * The same for a form that cannot make a key of its own: what it says, and when, is the key. The stretch of time before
 * counts too, for clicks at its edge.
 */
export async function submitForm({ learnerId, exerciseId, code, now = Date.now() }: { learnerId: string; exerciseId: string; code: string; now?: number }): Promise<string> {
  requireCode(code);
  const stretch = Math.floor(now / SAME_FORM_MS);
  const [key, before] = [stretch, stretch - 1].map((part) => createHash('sha256').update(JSON.stringify([exerciseId, code, part])).digest('hex')) as [string, string];
  const earlier = await getSubmissionByKey({ learnerId, idempotencyKey: before });
  return earlier?.id ?? (await submit({ learnerId, exerciseId, code, idempotencyKey: key })).submissionId;
}

function requireCode(code: string): void {
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_CODE_BYTES) throw tooLarge(`Your code is ${Math.ceil(bytes / 1024)} KB; the limit is ${MAX_CODE_BYTES / 1024} KB.`);
  if (code.trim() === '') throw badRequest('There is no code to hand in yet.', 'empty');
  if (code.includes('\0')) throw badRequest('The code holds a NUL character, which no Python program may.', 'nul');
}

/** Waits up to `ms` for a verdict. @returns whether there is one */
export async function waitForVerdict(submissionId: string, ms: number): Promise<boolean> {
  return waitUntilFinished({ submissionId, ms });
}

/**
 * Holds an answer for up to `ms`, so that a warm verdict is in it. In a crowd, or while nothing can grade, the wait is
 * told at once instead.
 */
export async function holdForVerdict(submissionId: string, ms: number): Promise<void> {
  if (countWaiting() < CROWD) await waitUntilFinished({ submissionId, ms, evenPaused: false });
}

/** A submission as people see it, whoever's it is, with what its verdict rests on: ask the policy before showing it. @throws AppError 404 */
export async function readSubmission(submissionId: string): Promise<SubmissionView & { code: string; learnerId: string; receipt: Receipt | null; regradings: RegradingView[] }> {
  const row = await getSubmission(submissionId);
  if (!row) throw notFound();
  const { code, learnerId, result, finishedAt } = row;
  const withSeed = false;
  const [view, receipt, regradings] = await Promise.all([
    toView(row),
    result && finishedAt ? toReceipt({ ...row, result, gradedAt: finishedAt }, { withSeed }) : null,
    readRegradings(row, { withSeed }),
  ]);
  return { ...view, code, learnerId, receipt, regradings };
}

/** A learner's own submission. @throws AppError 404, to strangers too */
export async function readOwnSubmission({ submissionId, learnerId }: { submissionId: string; learnerId: string }): Promise<SubmissionView> {
  const row = await getSubmission(submissionId);
  if (!row || !canReadSubmission({ learnerId: row.learnerId, actorId: learnerId })) throw notFound();
  return toView(row);
}

/** A learner's own earlier submissions to an exercise, newest first. */
export async function readEarlierSubmissions(who: { learnerId: string; exerciseId: string }): Promise<EarlierSubmission[]> {
  const rows = await listSubmissions(who);
  return rows.map(({ id, createdAt, verdict, result, code }) => ({ id, createdAt: createdAt.toISOString(), verdict, summary: result?.summary ?? 'Not graded yet.', code }));
}

/** Grades again a learner's own submission that ended in a fault of ours. @throws AppError 404, 429 */
export async function regradeOwnSubmission({ submissionId, learnerId }: { submissionId: string; learnerId: string }): Promise<void> {
  const row = await getSubmission(submissionId);
  if (!row || !canReadSubmission({ learnerId: row.learnerId, actorId: learnerId })) throw notFound();
  await countAgainst('submission', learnerId);
  const key = await findExerciseKey(row.exerciseId);
  if (key) await keepVersion(key);
  await regrade(submissionId, key?.exercise.contentHash);
}

/**
 * Keeps what grading again by another version of the exercise gave, beside the first verdict; progress can only rise by
 * it. Not what says the same as what stands already, nor a fault of ours.
 * @returns whether it was kept
 */
export async function recordAgain({ submissionId, key, result }: { submissionId: string; key: ExerciseKey; result: GradingResult }): Promise<boolean> {
  const standing = await readStandingResult(submissionId);
  if (!standing || result.verdict === 'grader-fault' || sameOutcome(standing, result)) return false;
  await keepVersion(key);
  return recordRegrading({ submissionId, contentHash: key.exercise.contentHash, result });
}

/** The model solution, once it is earned. @throws AppError 403 that says what would earn it, 404 no such exercise */
export async function readSolution({ learnerId, exerciseId }: { learnerId: string | null; exerciseId: string }): Promise<SolutionView> {
  const key = await requireExerciseKey(exerciseId);
  const standing = learnerId ? await readStanding({ learnerId, exerciseId }) : { passed: false, realAttempts: 0 };
  if (!canSeeSolution(standing)) throw forbidden(solutionRefusal(standing.realAttempts));
  return { code: key.solution, html: await highlightPython(key.solution) };
}

/** Grades code now and stores nothing: for scripts. @throws AppError 503 */
export async function gradeNow({ key, code, seed }: { key: ExerciseKey; code: string; seed: number }): Promise<GradingResult & { fault: string | null }> {
  return judge({ key, code, seed });
}

/** Runs a program and grades nothing. @throws AppError 413, 503 */
export async function runNow({ code, stdin }: { code: string; stdin?: string }): Promise<RunResult> {
  requireCode(code);
  if (!getSandbox().status().open) throw unavailable('Programs cannot run on this site at the moment.');
  return getSandbox().run({ code, stdin });
}

/** The sandbox of this process, for scripts, health and status pages. */
export const openSandbox = (): Promise<void> => getSandbox().start();
export const closeSandbox = (): Promise<void> => getSandbox().close();
export const sandboxStatus = () => getSandbox().status();
