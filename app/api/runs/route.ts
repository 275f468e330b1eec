import { countFromAddress, getActor } from '@/lib/auth/session';
import { MAX_CODE_BODY, runRequest, runResult } from '@/lib/grading/schema';
import { runNow } from '@/lib/grading/service';
import { readJson, requireSameOrigin, route } from '@/lib/platform/http';
import { countAgainst } from '@/lib/platform/rate-limit';

/** Runs a program in the sandbox and answers what it printed. Grades nothing, stores nothing, makes nobody a guest. */
export const POST = route(async (request: Request) => {
  requireSameOrigin(request);
  const actor = await getActor();
  const program = await readJson(request, { schema: runRequest, ...MAX_CODE_BODY });
  await countFromAddress({ actor, limit: 'runFromAddress' });
  if (actor) await countAgainst('run', actor.id);
  return Response.json(runResult.parse(await runNow(program)));
});
