import { ensureActor, getActor } from '@/lib/auth/session';
import { badRequest } from '@/lib/platform/errors';
import { readJson, requireSameOrigin, route } from '@/lib/platform/http';
import { countAgainst } from '@/lib/platform/rate-limit';
import { attemptRequest } from '@/lib/quizzes/schema';
import { getLatestAttemptView, handIn, requireAcceptable } from '@/lib/quizzes/service';

const MAX_BYTES = 16 * 1024;

/** Hands in a quiz; answers with the marks, and only now with the answers. */
export const POST = route(async (request) => {
  requireSameOrigin(request);
  const body = await readJson(request, { schema: attemptRequest, maxBytes: MAX_BYTES });
  await requireAcceptable({ learnerId: (await getActor())?.id ?? null, request: body });
  const learner = await ensureActor({ limit: 'quizAttemptFromAddress' });
  await countAgainst('quizAttempt', learner.id);
  return Response.json({ attempt: await handIn({ learnerId: learner.id, request: body }) });
});

/** The learner's last attempt at `?quiz=`, or null. */
export const GET = route(async (request) => {
  const quizId = new URL(request.url).searchParams.get('quiz');
  if (!quizId) throw badRequest('Name a quiz: ?quiz=<id>');
  const actor = await getActor();
  const attempt = actor && (await getLatestAttemptView({ quizId, learnerId: actor.id }));
  return Response.json({ attempt }, { headers: { 'Cache-Control': 'private, no-store' } });
});
