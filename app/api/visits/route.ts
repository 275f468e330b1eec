import { getActor } from '@/lib/auth/session';
import { readJson, requireSameOrigin, route } from '@/lib/platform/http';
import { countAgainst } from '@/lib/platform/rate-limit';
import { visitRequest } from '@/lib/progress/schema';
import { visitLesson } from '@/lib/progress/service';

/** Notes that a known learner opened a lesson. Reading alone makes nobody a guest: the first piece of work does. */
export const POST = route(async (request: Request) => {
  requireSameOrigin(request);
  const learner = await getActor();
  const visit = await readJson(request, { schema: visitRequest, maxBytes: 2048 });
  if (learner) {
    await countAgainst('visit', learner.id);
    await visitLesson({ learnerId: learner.id, ...visit });
  }
  return new Response(null, { status: 204 });
});
