import { getActor } from '@/lib/auth/session';
import { submissionAnswer } from '@/lib/grading/schema';
import { readOwnSubmission } from '@/lib/grading/service';
import { notFound } from '@/lib/platform/errors';
import { route } from '@/lib/platform/http';

/** One of the learner's own submissions: polled while it waits. Strangers get the same 404 as for none. */
export const GET = route(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const learner = await getActor();
  if (!learner) throw notFound();
  const submission = await readOwnSubmission({ submissionId: (await params).id, learnerId: learner.id });
  return Response.json(submissionAnswer.parse({ submission }), { headers: { 'Cache-Control': 'private, no-store' } });
});
