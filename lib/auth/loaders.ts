import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { findPerson, findSetPasswordLink, isLastAdmin, searchPeople } from './data';
import { canAuthor, canManagePeople, grantAuthor } from './policy';
import { safeNext, withNext } from './rules';
import type { Actor, AuthorAccess } from './schema';
import { readSignInMethods } from './service';
import { getGuest, getUser } from './session';

/** The signed-in person; everybody else is sent to sign in and comes back to `here`. */
export async function loadUser(here: string): Promise<Actor> {
  const user = await getUser();
  if (!user) redirect(withNext('/sign-in', here));
  return user;
}

/** The signed-in person if `may` says so. The signed-out are sent to sign in; to everybody else the page does not exist. */
export async function loadUserWho({ may, here }: { may: (actor: Actor) => boolean; here: string }): Promise<Actor> {
  const user = await loadUser(here);
  if (!may(user)) notFound();
  return user;
}

/** Access for authors and admins; the signed-out are sent to sign in, to everybody else the page does not exist. */
export async function loadAuthorAccess(here: string): Promise<AuthorAccess> {
  return grantAuthor(await loadUserWho({ may: canAuthor, here })) ?? notFound();
}

/** For sign-in, sign-up and forgotten passwords: what is possible here, and where to go afterwards. The signed-in go there at once, or to their account. */
export async function loadSignIn(params: { next?: string | string[]; error?: string | string[]; callbackUrl?: string | string[] }) {
  // next-auth comes back from a failure with `error` and with its own name for where to go
  const next = safeNext(params.next ?? pathOf(params.callbackUrl));
  if (await getUser()) redirect(params.next ? next : '/account');
  return { next, methods: readSignInMethods(), hasGuestWork: (await getGuest()) !== null, error: [params.error].flat()[0] };
}

function pathOf(address: string | string[] | undefined): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.pathname + url.search;
}

/** For the page behind a set-password link: whose account it is, or null when the link does not work any more. */
export async function loadSetPassword(token: string | string[] | undefined): Promise<{ token: string; email: string } | null> {
  if (typeof token !== 'string') return null;
  const link = await findSetPasswordLink(token);
  const person = link && (await findPerson(link.userId));
  return person && { token, email: person.email ?? '' };
}

export async function loadPeople(params: { q?: string | string[]; page?: string | string[] }) {
  await loadUserWho({ may: canManagePeople, here: '/admin' });
  const query = typeof params.q === 'string' ? params.q.trim().slice(0, 200) : '';
  const page = Math.max(1, Math.trunc(Number(params.page) || 1));
  return { query, page, ...(await searchPeople({ query, page })) };
}

export async function loadPerson(id: string) {
  const admin = await loadUserWho({ may: canManagePeople, here: `/admin/people/${id}` });
  const person = await findPerson(id);
  if (!person) notFound();
  return { person, isSelf: admin.id === person.id, isLastAdmin: await isLastAdmin(person.id) };
}
