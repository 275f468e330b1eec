import 'server-only';
import { deletePerson } from '@/lib/auth/mutations';
import { deleteSolelyTaught } from '@/lib/classrooms/mutations';
import { db } from '@/lib/platform/db';
import { mergeGuestInto } from '@/lib/progress/mutations';

/** Moves everything a guest did to an account, in one transaction. Doing it again changes nothing. */
export async function adoptGuest({ guestId, userId }: { guestId: string; userId: string }): Promise<void> {
  await db().$transaction((tx) => mergeGuestInto(tx, { guestId, userId }));
}

/**
 * Deletes a person with everything about them: work, progress, sessions, memberships, and the classrooms nobody else teaches.
 * @throws AppError 403 for the last admin; then nothing is deleted
 */
export async function deleteAccount(userId: string): Promise<{ classrooms: number }> {
  return db().$transaction(async (tx) => {
    const classrooms = await deleteSolelyTaught(tx, userId);
    await deletePerson(tx, userId);
    return { classrooms };
  });
}
