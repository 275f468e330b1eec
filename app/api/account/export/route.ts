import { exportPerson } from '@/lib/accounts/service';
import { requireActor } from '@/lib/auth/session';
import { route } from '@/lib/platform/http';
import { log } from '@/lib/platform/log';

/** Everything the site keeps about the person or guest who asks, as one JSON file. */
export const GET = route(async () => {
  const actor = await requireActor();
  log.info({ event: 'data-exported', userId: actor.id }, 'data exported');
  const parts = exportPerson(actor.id);
  const body = new ReadableStream<string>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  }).pipeThrough(new TextEncoderStream());
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="coursewright-${day}.json"`, 'Cache-Control': 'private, no-store' },
  });
});
