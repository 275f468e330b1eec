import 'server-only';
import { cookies } from 'next/headers';
import { notSignedIn } from '@/lib/platform/errors';
import { guestCookie, readGuestId, signGuestId } from './internal/guest-cookie';
import { createGuest, findGuest, findSessionUser } from './internal/people';
import { SESSION_COOKIES } from './internal/session-cookie';
import type { Actor } from './schema';

/** The signed-in person, or the guest this browser carries, or null for a first-time visitor. */
export async function getActor(): Promise<Actor | null> {
  return (await getUser()) ?? (await getGuest());
}

/** The signed-in person, or null. */
export async function getUser(): Promise<Actor | null> {
  const jar = await cookies();
  const token = SESSION_COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  return token ? findSessionUser(token) : null;
}

/** The guest this browser carries, or null. */
export async function getGuest(): Promise<Actor | null> {
  const guestId = readGuestId((await cookies()).get(guestCookie.name)?.value);
  return guestId ? findGuest(guestId) : null;
}

/** The signed-in person. @throws AppError 401 */
export async function requireUser(): Promise<Actor> {
  const user = await getUser();
  if (!user) throw notSignedIn();
  return user;
}

/** Whoever asks, made a guest when nobody yet. Only where cookies can be set: actions and route handlers. */
export async function ensureActor(): Promise<Actor> {
  const actor = await getActor();
  if (actor) return actor;
  const guest = await createGuest();
  (await cookies()).set(guestCookie.name, signGuestId(guest.id), guestCookie.options);
  return guest;
}
