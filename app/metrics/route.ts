import { loadMetrics } from '@/lib/operations/loaders';
import { route } from '@/lib/platform/http';

export const dynamic = 'force-dynamic';

/** Figures of grading and of this process, in Prometheus' text format. */
export const GET = route(async (request) => {
  const { text, contentType } = await loadMetrics(request);
  return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } });
});
