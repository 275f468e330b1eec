import 'server-only';
import { isLastAdmin, readSecurity } from '@/lib/auth/data';
import { loadUser } from '@/lib/auth/loaders';
import { getActor, getGuest } from '@/lib/auth/session';
import { listSolelyTaught } from '@/lib/classrooms/data';

/**
 * For the account page: the person, how they sign in, and what deleting the account would take with it. A guest has
 * no `account`; whoever has done nothing here yet is sent to sign in.
 */
export async function loadAccount() {
  const actor = await getActor();
  if (actor?.guest) return { user: actor, account: null };
  const user = await loadUser('/account');
  const [security, solelyTaught, lastAdmin, guest] = await Promise.all([readSecurity(user.id), listSolelyTaught(user.id), isLastAdmin(user.id), getGuest()]);
  return { user, account: { security, solelyTaught, lastAdmin, hasGuestWork: guest !== null } };
}
