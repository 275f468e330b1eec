import { getSubmission } from '../../lib/grading/data';
import type { GradingResult, Verdict } from '../../lib/grading/schema';
import { gradeNow, requireVersion } from '../../lib/grading/service';
import { compareResults, type Difference, formatDifference } from './compare';
import { CannotReplay } from './options';

export type Replayed = {
  submissionId: string;
  exerciseId: string;
  verdict: { before: Verdict; after: Verdict };
  same: boolean;
  differences: Difference[];
  seed: number;
  contentHash: string;
  /** false: the version it was graded by was never kept, so the exercise as it is now was used */
  versionKept: boolean;
  deterministic: boolean;
  image: { before: string; after: string };
  fault: string | null;
};

export type GradedSubmission = { id: string; exerciseId: string; contentHash: string; code: string; result: GradingResult };

/** A submission that has a verdict. @throws CannotReplay when there is none to repeat */
export async function requireGraded(submissionId: string): Promise<GradedSubmission> {
  const row = await getSubmission(submissionId);
  if (!row) throw new CannotReplay(`There is no submission "${submissionId}". Its id stands in the address of its page, /submissions/<id>.`);
  if (!row.result || !row.finishedAt) throw new CannotReplay('This submission has not been graded yet, so there is no verdict to compare with.');
  return { ...row, result: row.result };
}

/** Grades a stored submission again as it was graded: by the same version of its exercise, with the same seed. */
export async function replayOne({ id: submissionId, exerciseId, contentHash, code, result: before }: GradedSubmission): Promise<Replayed> {
  const key = await requireVersion({ exerciseId, contentHash });
  const { seed } = before;
  const { fault, ...after } = await gradeNow({ key, code, seed });
  const differences = compareResults(before, after);
  return {
    submissionId, exerciseId, verdict: { before: before.verdict, after: after.verdict }, same: differences.length === 0, differences, seed,
    contentHash: key.exercise.contentHash, versionKept: key.exercise.contentHash === contentHash, deterministic: key.deterministic,
    image: { before: before.imageHash, after: after.imageHash }, fault,
  };
}

/** The same for reading. */
export function formatReplayed({ submissionId, exerciseId, verdict, same, differences, seed, contentHash, versionKept, deterministic, image, fault }: Replayed): string {
  const short = (hash: string) => hash.slice(0, 12) || 'none';
  const notes = [
    !versionKept && 'The version it was graded by was not kept: this is the exercise as it is now.',
    image.before !== image.after && `The sandbox image is another one: ${short(image.before)} then, ${short(image.after)} now.`,
    !deterministic && 'The exercise says that right programs may answer differently each time.',
    fault && `The grader failed: ${fault}`,
  ].filter((note) => note !== false && note !== null && note !== '');
  return [
    `${submissionId}: ${exerciseId}, version ${short(contentHash)}, seed ${seed}`,
    ...notes,
    ...(same ? [`The same: ${verdict.after}.`] : ['It differs:', ...differences.map(formatDifference)]),
  ].join('\n');
}
