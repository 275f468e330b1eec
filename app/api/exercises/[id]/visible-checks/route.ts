import { findVisibleChecks } from '@/lib/content/data';
import { visibleChecks } from '@/lib/content/schema';
import { notFound } from '@/lib/platform/errors';
import { route } from '@/lib/platform/http';

/** The checks of an exercise that its author made visible, for everybody. Kept by browsers and asked for again by the exercise's hash. */
export const GET = route(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const found = await findVisibleChecks((await params).id);
  if (!found) throw notFound('This exercise has no checks that can be read.');
  const headers = { ETag: `"${found.contentHash}"`, 'Cache-Control': 'public, no-cache' };
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers });
  return Response.json(visibleChecks.parse(found), { headers });
});
