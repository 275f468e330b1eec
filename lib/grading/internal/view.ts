import { renderMarkdown } from '@/lib/content/data';
import type { SubmissionRow } from '../data';
import { type GradingResult, type ResultView, type SubmissionView, submissionView } from '../schema';
import { readQueueStanding } from './queue-standing';
import { tellWait } from './queue-wait';
import { isSolutionOpen } from './solution';

type Waiting = Pick<SubmissionView, 'state' | 'queuePosition' | 'queueSeconds' | 'pollAfterMs'>;
const DONE: Waiting = { state: 'graded', queuePosition: null, queueSeconds: null, pollAfterMs: 0 };

/** A submission as people see it. */
export async function toView(row: SubmissionRow): Promise<SubmissionView> {
  const [waiting, result, solutionOpen] = await Promise.all([
    row.finishedAt ? DONE : readWaiting(row),
    row.finishedAt && row.result ? toResultView(row.result) : null,
    row.verdict === 'passed' || (row.finishedAt ? isSolutionOpen(row) : false),
  ]);
  return submissionView.parse({ id: row.id, exerciseId: row.exerciseId, createdAt: row.createdAt.toISOString(), ...waiting, movedAside: readAside(row), result, solutionOpen });
}

async function readWaiting(row: SubmissionRow): Promise<Waiting> {
  const standing = await readQueueStanding(row.id);
  const paused = standing.workers === 0;
  return { state: paused ? 'paused' : row.startedAt ? 'grading' : 'queued', ...tellWait(standing) };
}

/** Who is put in the slow lane from the start is so at the moment of handing in. */
function readAside({ postponedAt, createdAt }: SubmissionRow): SubmissionView['movedAside'] {
  if (!postponedAt) return null;
  return postponedAt.getTime() === createdAt.getTime() ? 'earlier-ones-did' : 'ran-long';
}

/** A result as people see it: hints as HTML. */
export async function toResultView({ checks, hint, ...result }: GradingResult): Promise<ResultView> {
  const toHtml = async (markdown: string | null) => (markdown === null ? null : renderMarkdown(markdown));
  const views = checks.map(async ({ hint: markdown, ...check }) => ({ ...check, hintHtml: await toHtml(markdown) }));
  return { ...result, hintHtml: await toHtml(hint), checks: await Promise.all(views) };
}
