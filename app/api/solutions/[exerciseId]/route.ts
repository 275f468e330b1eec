import { getActor } from '@/lib/auth/session';
import { solutionView } from '@/lib/grading/schema';
import { readSolution } from '@/lib/grading/service';
import { route } from '@/lib/platform/http';

/** The model solution, once this learner has earned it; until then 403 that says how. */
export const GET = route(async (_request: Request, { params }: { params: Promise<{ exerciseId: string }> }) => {
  const learner = await getActor();
  const solution = await readSolution({ learnerId: learner?.id ?? null, exerciseId: (await params).exerciseId });
  return Response.json(solutionView.parse(solution), { headers: { 'Cache-Control': 'private, no-store' } });
});
