import 'server-only';
import { isLastAdmin, readSecurity } from '@/lib/auth/data';
import { loadUser } from '@/lib/auth/loaders';
import { listSolelyTaught } from '@/lib/classrooms/data';

/** For the account page: the person, how they sign in, and what deleting the account would take with it. */
export async function loadAccount() {
  const user = await loadUser('/account');
  const [security, solelyTaught, lastAdmin] = await Promise.all([readSecurity(user.id), listSolelyTaught(user.id), isLastAdmin(user.id)]);
  return { user, security, solelyTaught, lastAdmin };
}
