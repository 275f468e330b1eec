import { getActor, readClientAddress } from '@/lib/auth/session';
import { MAX_CODE_BYTES, runRequest, runResult } from '@/lib/grading/schema';
import { runNow } from '@/lib/grading/service';
import { readJson, requireSameOrigin, route } from '@/lib/platform/http';
import { countAgainst } from '@/lib/platform/rate-limit';

/** JSON may write one byte of code as six (\u0000): the code itself is measured once it is parsed. */
const MAX_BODY_BYTES = 6 * MAX_CODE_BYTES + 20 * 1024;

/** Runs a program in the sandbox and answers what it printed. Grades nothing, stores nothing, makes nobody a guest. */
export const POST = route(async (request: Request) => {
  requireSameOrigin(request);
  const actor = await getActor();
  const program = await readJson(request, { schema: runRequest, maxBytes: MAX_BODY_BYTES });
  await countAgainst('run', actor?.id ?? (await readClientAddress()));
  return Response.json(runResult.parse(await runNow(program)));
});
