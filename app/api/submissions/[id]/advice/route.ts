import { getActor } from '@/lib/auth/session';
import { adviceReport, MAX_ADVICE_BYTES } from '@/lib/grading/schema';
import { recordAdvice } from '@/lib/grading/service';
import { notFound } from '@/lib/platform/errors';
import { readJson, requireSameOrigin, route } from '@/lib/platform/http';

/** What the visible checks said in the browser of one of the learner's own submissions, to be compared with its verdict. Nobody's score changes. */
export const POST = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  requireSameOrigin(request);
  const learner = await getActor();
  if (!learner) throw notFound();
  const advice = await readJson(request, { schema: adviceReport, maxBytes: MAX_ADVICE_BYTES });
  const compared = await recordAdvice({ submissionId: (await params).id, learnerId: learner.id, advice });
  return Response.json({ compared });
});
