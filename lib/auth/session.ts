import 'server-only';
import NextAuth from 'next-auth';
import { cookies, headers } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/platform/env';
import { notFound as missing, notSignedIn } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { countAgainst, type Limit, networkOf } from '@/lib/platform/rate-limit';
import { askedCookie, isAskingFor, signAsking } from './internal/asked-cookie';
import { guestCookie, readGuestId, signGuestId } from './internal/guest-cookie';
import { nextAuthOptions } from './internal/next-auth-options';
import { createGuest, findGuest, findSessionUser } from './internal/people';
import { sessionCookie } from './internal/session-cookie';
import { createSession, deleteSession } from './mutations';
import type { Actor } from './schema';

/**
 * Moves a guest's work to the account just signed in to. Progress lives in a layer above this one, so whoever
 * signs people in passes it down (lib/accounts; docs/decisions/0031-guests.md).
 */
export type AdoptGuest = (move: { guestId: string; userId: string }) => Promise<void>;

/** The signed-in person, or the guest this browser carries, or null for a first-time visitor. */
export async function getActor(): Promise<Actor | null> {
  return (await getUser()) ?? (await getGuest());
}

/** The signed-in person, or null. */
export async function getUser(): Promise<Actor | null> {
  const token = await readSessionToken();
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

/** The signed-in person if `may` says so. @throws AppError 401, or 404: strangers are not told what exists */
export async function requireUserWho(may: (actor: Actor) => boolean): Promise<Actor> {
  const user = await requireUser();
  if (!may(user)) throw missing();
  return user;
}

/**
 * Whoever asks, made a guest when nobody yet. Only where cookies can be set (actions and route handlers), and last: what
 * is refused makes nobody.
 * @param limit what a guest's work counts against, by address
 * @throws AppError 429
 */
export async function ensureActor({ limit }: { limit: GuestLimit }): Promise<Actor> {
  const actor = await getActor();
  await countFromAddress({ actor, limit });
  if (actor) return actor;
  await countAgainst('newGuest', await readClientAddress());
  const guest = await createGuest();
  (await cookies()).set(guestCookie.name, signGuestId(guest.id), guestCookie.options);
  return guest;
}

type GuestLimit = Extract<Limit, 'submissionFromAddress' | 'runFromAddress' | 'quizAttemptFromAddress' | 'reportFromAddress'>;

/** Counts work of a guest, or of nobody yet, against its address: guests cost nothing to make, addresses do. @throws AppError 429 */
export async function countFromAddress({ actor, limit }: { actor: Actor | null; limit: GuestLimit }): Promise<void> {
  if (!actor || actor.guest) await countAgainst(limit, await readClientAddress());
}

/** The signed-in person or the guest. @throws AppError 401 for a first-time visitor */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor();
  if (!actor) throw notSignedIn();
  return actor;
}

/**
 * Signs this browser in as `userId` and hands its guest's work, if any, to `adopt`. Only in actions and route handlers.
 * @param byLinkTo for signing in by a link, the address it was for: the guest is handed over only if this browser asked for that link
 */
export async function beginSession({ userId, adopt, byLinkTo }: { userId: string; adopt: AdoptGuest; byLinkTo?: string }): Promise<void> {
  const old = await readSessionToken();
  if (old) await deleteSession(old);
  (await cookies()).set(sessionCookie.name, await createSession(userId), sessionCookie.options);
  await adoptGuest({ userId, adopt, byLinkTo });
}

/** Notes that this browser asked for a link to be mailed to `email`, so that opening it here takes the guest's work along. */
export async function rememberAsking(email: string): Promise<void> {
  (await cookies()).set(askedCookie.name, signAsking(email), askedCookie.options);
}

/** Makes this browser forget its guest. */
export async function forgetGuest(): Promise<void> {
  (await cookies()).delete({ name: guestCookie.name, path: '/', secure: guestCookie.options.secure });
}

/** Signs this browser out: the session is gone from the database too. */
export async function endSession(): Promise<void> {
  const token = await readSessionToken();
  if (token) await deleteSession(token);
  (await cookies()).delete({ name: sessionCookie.name, path: '/', secure: sessionCookie.options.secure });
}

/** The handler of /api/auth/*: e-mail links, GitHub and Google. */
export function authHandler(adopt: AdoptGuest) {
  type Handler = (request: Request, context: unknown) => Promise<Response>;
  // made on the first request: a build knows no database and no secret
  let handler: Handler | undefined;
  return (request: Request, context: unknown): Promise<Response> => {
    handler ??= NextAuth(nextAuthOptions({ onSignedIn: (person) => adoptGuest({ ...person, adopt }) })) as Handler;
    return handler(request, context);
  };
}

/**
 * Begins signing in by a mailed link or at GitHub or Google, from a form of ours that needs no JavaScript, and returns
 * the address to go on to. next-auth's own form needs a token it only hands to scripts; Next has checked the Origin of
 * the action already, so this fetches the token and posts it in the reader's stead.
 */
export async function startProvider({ provider, email, next }: { provider: 'email' | 'github' | 'google'; email?: string; next: string }): Promise<string> {
  if (provider === 'email' && email) await rememberAsking(email);
  const handler = authHandler(async () => {});
  const call = async (action: string, form?: Record<string, string>) => {
    const request = new NextRequest(new URL(`/api/auth/${action}`, env().SITE_URL), form ? { method: 'POST', body: new URLSearchParams(form) } : {});
    const response = await handler(request, { params: Promise.resolve({ nextauth: action.split('/') }) });
    const jar = await cookies();
    for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) jar.set(cookie);
    return response;
  };
  const { csrfToken } = (await (await call('csrf')).json()) as { csrfToken: string };
  const response = await call(`signin/${provider}`, { csrfToken, callbackUrl: next, ...(email ? { email } : {}) });
  return response.headers.get('location') ?? '/sign-in?error=Configuration';
}

export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie.name)?.value ?? null;
}

/** The network the request came from, by the last hop the nearest proxy wrote down, which a client cannot choose. For rate limits. */
export async function readClientAddress(): Promise<string> {
  return networkOf((await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '');
}

async function adoptGuest({ userId, adopt, byLinkTo }: { userId: string; adopt: AdoptGuest; byLinkTo?: string }): Promise<void> {
  const guest = await getGuest();
  if (!guest) return;
  const asked = (await cookies()).get(askedCookie.name)?.value;
  // a link somebody else sent must not carry off what was done here; the account page offers to move it
  if (byLinkTo !== undefined && !isAskingFor({ email: byLinkTo, value: asked })) return;
  try {
    await adopt({ guestId: guest.id, userId });
    await forgetGuest();
    log.info({ event: 'guest-adopted', guestId: guest.id, userId }, 'guest adopted');
  } catch (error) {
    // Signing in must not fail over this. The cookie stays, so the next sign-in tries again and no work is lost.
    log.error({ err: error, guestId: guest.id, userId }, 'guest could not be adopted');
  }
}
