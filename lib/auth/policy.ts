import type { Actor, AuthorAccess, Role } from './schema';

export const hasRole = (actor: Pick<Actor, 'roles'>, role: Role): boolean => actor.roles.includes(role);

/** Search people, grant and revoke roles, make set-password links. */
export const canManagePeople = (actor: Actor): boolean => !actor.guest && hasRole(actor, 'admin');

/** Make a classroom, or be made its co-instructor. */
export const canTeach = (actor: Pick<Actor, 'guest' | 'roles'>): boolean => !actor.guest && hasRole(actor, 'instructor');

/** Read what concerns the courses themselves, such as how their checks behave; nobody's work. */
export const canAuthor = (actor: Pick<Actor, 'guest' | 'roles'>): boolean => !actor.guest && (hasRole(actor, 'author') || hasRole(actor, 'admin'));

/** Access to how the lessons do, for authors and admins; null for everybody else. */
export function grantAuthor(actor: Pick<Actor, 'id' | 'guest' | 'roles'>): AuthorAccess | null {
  return canAuthor(actor) ? ({ authorId: actor.id } as AuthorAccess) : null;
}

/** A site always keeps one admin: without one nobody could grant a role again. */
export function canBecome({ before, after, adminCount }: { before: Role[]; after: Role[]; adminCount: number }): boolean {
  const losesAdmin = before.includes('admin') && !after.includes('admin');
  return !losesAdmin || adminCount > 1;
}
