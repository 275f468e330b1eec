import { getActor } from '@/lib/auth/session';
import { submissionAnswer, type SubmissionView } from '@/lib/grading/schema';
import { holdForVerdict, readOwnSubmission } from '@/lib/grading/service';
import { notFound } from '@/lib/platform/errors';
import { route } from '@/lib/platform/http';

/** Whose turn is so soon is answered with the verdict, so that it need not be asked for again. */
const SOON_MS = 2000;

/** One of the learner's own submissions: polled while it waits. Strangers get the same 404 as for none. */
export const GET = route(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const learner = await getActor();
  if (!learner) throw notFound();
  const which = { submissionId: (await params).id, learnerId: learner.id };
  let submission = await readOwnSubmission(which);
  if (isSoon(submission)) {
    await holdForVerdict(submission.id, SOON_MS);
    submission = await readOwnSubmission(which);
  }
  return Response.json(submissionAnswer.parse({ submission }), { headers: { 'Cache-Control': 'private, no-store' } });
});

const isSoon = ({ state, pollAfterMs }: SubmissionView): boolean => (state === 'queued' || state === 'grading') && pollAfterMs <= SOON_MS;
