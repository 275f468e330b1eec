import { renderMarkdown } from '@/lib/content/data';
import { readGradingStatus, readQueuePosition, type SubmissionRow } from '../data';
import { type GradingResult, type ResultView, type SubmissionView, submissionView } from '../schema';
import { isSolutionOpen } from './solution';

/** A submission as people see it. */
export async function toView(row: SubmissionRow): Promise<SubmissionView> {
  const [waiting, result, solutionOpen] = await Promise.all([
    row.finishedAt ? { state: 'graded' as const, queuePosition: null } : readWaiting(row),
    row.finishedAt && row.result ? toResultView(row.result) : null,
    row.verdict === 'passed' || (row.finishedAt ? isSolutionOpen(row) : false),
  ]);
  return submissionView.parse({ id: row.id, exerciseId: row.exerciseId, createdAt: row.createdAt.toISOString(), ...waiting, result, solutionOpen });
}

async function readWaiting(row: SubmissionRow): Promise<Pick<SubmissionView, 'state' | 'queuePosition'>> {
  const [{ workers }, queuePosition] = await Promise.all([readGradingStatus(), readQueuePosition(row.createdAt)]);
  if (workers === 0) return { state: 'paused', queuePosition };
  return { state: row.startedAt ? 'grading' : 'queued', queuePosition };
}

/** A result as people see it: hints as HTML. */
export async function toResultView({ checks, hint, ...result }: GradingResult): Promise<ResultView> {
  const toHtml = async (markdown: string | null) => (markdown === null ? null : renderMarkdown(markdown));
  const views = checks.map(async ({ hint: markdown, ...check }) => ({ ...check, hintHtml: await toHtml(markdown) }));
  return { ...result, hintHtml: await toHtml(hint), checks: await Promise.all(views) };
}
