import { exportPerson } from '@/lib/accounts/service';
import { requireUser } from '@/lib/auth/session';
import { route } from '@/lib/platform/http';
import { log } from '@/lib/platform/log';

/** Everything the site keeps about the person who asks, as one JSON file. */
export const GET = route(async () => {
  const user = await requireUser();
  log.info({ event: 'data-exported', userId: user.id }, 'data exported');
  const parts = exportPerson(user.id);
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
