import { meView } from '@/lib/auth/schema';
import { getActor } from '@/lib/auth/session';
import { route } from '@/lib/platform/http';

/** Who is here, for the head of static pages. */
export const GET = route(async () => {
  const actor = await getActor();
  const me = meView.parse({ signedIn: actor !== null && !actor.guest, guest: actor?.guest ?? false, name: actor?.name ?? null, roles: actor?.roles ?? [] });
  return Response.json(me, { headers: { 'Cache-Control': 'private, no-store' } });
});
