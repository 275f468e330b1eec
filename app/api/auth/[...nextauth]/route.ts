import { adoptGuest } from '@/lib/accounts/mutations';
import { authHandler } from '@/lib/auth/session';
import { notFound } from '@/lib/platform/errors';
import { route } from '@/lib/platform/http';

const handler = authHandler(adoptGuest);
/** What a mailed link or another site comes back to. Our own forms begin signing in (`startProvider`) and end it; the rest of next-auth's addresses stays closed. */
const OPEN = new Set(['callback', 'error', 'signin', 'verify-request']);

export const GET = route(async (request, context: { params: Promise<{ nextauth: string[] }> }) => {
  const [action = ''] = (await context.params).nextauth;
  if (!OPEN.has(action)) throw notFound();
  return handler(request, context);
});
