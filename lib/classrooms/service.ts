import type { Actor } from '@/lib/auth/schema';
import { notFound } from '@/lib/platform/errors';
import { findInstructorAccess } from './data';
import type { ClassroomAccess } from './schema';

/**
 * The check before every read or change of a classroom by an instructor. Pages use `loadAccess` instead.
 * @throws AppError 404, the same whether the classroom exists or not
 */
export async function requireInstructorOf({ actor, classroomId }: { actor: Actor; classroomId: string }): Promise<ClassroomAccess> {
  const access = actor.guest ? null : await findInstructorAccess({ userId: actor.id, classroomId });
  if (!access) throw notFound();
  return access;
}
