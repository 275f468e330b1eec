import { getActor } from '@/lib/auth/session';
import { badRequest } from '@/lib/platform/errors';
import { route } from '@/lib/platform/http';
import { describeProgress } from '@/lib/progress/service';

/** `?course=<id>` → what this learner did in a course. A first-time visitor gets an empty answer, and no cookie. */
export const GET = route(async (request: Request) => {
  const learner = await getActor();
  const courseId = new URL(request.url).searchParams.get('course');
  if (!courseId) throw badRequest('Name a course: ?course=<id>.');
  const progress = await describeProgress({ learner, courseId });
  return Response.json(progress, { headers: { 'Cache-Control': 'private, no-store' } });
});
