import { ensureActor, getActor } from '@/lib/auth/session';
import { earlierSubmissions, MAX_CODE_BODY, submissionAnswer, submissionRequest } from '@/lib/grading/schema';
import { holdForVerdict, readEarlierSubmissions, readOwnSubmission, requireAcceptable, submit } from '@/lib/grading/service';
import { badRequest } from '@/lib/platform/errors';
import { readJson, requireSameOrigin, route } from '@/lib/platform/http';

/** A warm verdict comes within this time, in the same answer; a longer wait is better told with a place in the queue. */
const HOLD_MS = 2000;
const PAUSED = { code: 'unavailable', message: 'Your code is saved. Grading is paused on this site at the moment; it will be graded as soon as that is mended.', retryAfter: 10 };

/** Hands in code: 200 with the verdict, 202 with the place in the queue, or 503 when it is saved but grading is paused. */
export const POST = route(async (request: Request) => {
  requireSameOrigin(request);
  const body = await readJson(request, { schema: submissionRequest, ...MAX_CODE_BODY });
  await requireAcceptable(body);
  const learner = await ensureActor({ limit: 'submissionFromAddress' });
  const { submissionId, created } = await submit({ learnerId: learner.id, ...body });
  // A retry may have its verdict already, and would wait for news that came long ago.
  if (created) await holdForVerdict(submissionId, HOLD_MS);
  const submission = await readOwnSubmission({ submissionId, learnerId: learner.id });
  if (submission.state === 'paused') return Response.json({ submission, error: PAUSED }, { status: 503, headers: { 'Retry-After': String(PAUSED.retryAfter) } });
  return Response.json(submissionAnswer.parse({ submission }), { status: submission.state === 'graded' ? 200 : 202 });
});

/** `?exercise=<id>` → the learner's own earlier submissions, newest first, with their code. */
export const GET = route(async (request: Request) => {
  const learner = await getActor();
  const exerciseId = new URL(request.url).searchParams.get('exercise');
  if (!exerciseId) throw badRequest('Name an exercise: ?exercise=<id>.');
  const submissions = learner ? await readEarlierSubmissions({ learnerId: learner.id, exerciseId }) : [];
  return Response.json(earlierSubmissions.parse({ submissions }), { headers: { 'Cache-Control': 'private, no-store' } });
});
