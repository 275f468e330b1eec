import { canAuthor } from '@/lib/auth/policy';
import type { Actor } from '@/lib/auth/schema';
import type { AuthorAccess } from './schema';

/** Access to how the lessons do, for authors and admins; null for everybody else. */
export function grantAuthor(actor: Pick<Actor, 'id' | 'guest' | 'roles'>): AuthorAccess | null {
  return canAuthor(actor) ? ({ authorId: actor.id } as AuthorAccess) : null;
}
