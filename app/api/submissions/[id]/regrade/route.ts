import { getActor } from '@/lib/auth/session';
import { submissionAnswer } from '@/lib/grading/schema';
import { readOwnSubmission, regradeOwnSubmission } from '@/lib/grading/service';
import { notFound } from '@/lib/platform/errors';
import { requireSameOrigin, route } from '@/lib/platform/http';

/** Grades again what ended in a fault of ours; anything else stays as it is. */
export const POST = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  requireSameOrigin(request);
  const learner = await getActor();
  if (!learner) throw notFound();
  const which = { submissionId: (await params).id, learnerId: learner.id };
  await regradeOwnSubmission(which);
  return Response.json(submissionAnswer.parse({ submission: await readOwnSubmission(which) }), { status: 202 });
});
