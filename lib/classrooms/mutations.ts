import 'server-only';
import { db, type Transaction } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';
import { findInvitation, solelyTaughtBy, stillInstructor } from './data';
import { newJoinCode } from './internal/join-code';
import { canCoTeach, canJoin, canRemove } from './policy';
import type { ClassroomAccess, Invitation } from './schema';

/** A new classroom with its maker as the one instructor. */
export async function createClassroom({ userId, name, courseId }: { userId: string; name: string; courseId: string }): Promise<{ id: string; joinCode: string }> {
  return withFreshCode((joinCode) =>
    db().classroom.create({ data: { name, courseId, joinCode, members: { create: { userId, role: 'instructor' } } }, select: { id: true, joinCode: true } }),
  );
}

/**
 * Makes somebody a learner of the classroom with this code. Joining twice, or joining one's own classroom, changes nothing.
 * @throws AppError 404 for a code that leads nowhere, 403 for an archived classroom
 */
export async function joinClassroom({ userId, joinCode }: { userId: string; joinCode: string }): Promise<{ classroom: Invitation; isNew: boolean }> {
  const classroom = await findInvitation(joinCode);
  if (!classroom) throw notFound('No classroom has this code. Ask your instructor for the current one: codes can be renewed.');
  if (!canJoin(classroom)) throw forbidden('This classroom is archived, so nobody can join it any more.');
  const { count } = await db().classroomMember.createMany({ data: [{ classroomId: classroom.id, userId, role: 'learner' }], skipDuplicates: true });
  return { classroom, isNew: count === 1 };
}

/** A learner leaves. Their work stays theirs; the classroom's instructors no longer see it. */
export async function leaveClassroom({ userId, classroomId }: { userId: string; classroomId: string }): Promise<boolean> {
  const { count } = await db().classroomMember.deleteMany({ where: { classroomId, userId, role: 'learner' } });
  return count === 1;
}

export async function renameClassroom(access: ClassroomAccess, name: string): Promise<void> {
  await db().classroom.update({ where: { id: access.classroomId }, data: { name } });
}

/** A new join code; the old one leads nowhere from now on. */
export async function renewJoinCode(access: ClassroomAccess): Promise<string> {
  const { joinCode } = await withFreshCode((code) => db().classroom.update({ where: { id: access.classroomId }, data: { joinCode: code }, select: { joinCode: true } }));
  return joinCode;
}

export async function setArchived(access: ClassroomAccess, archive: boolean): Promise<void> {
  await db().classroom.update({ where: { id: access.classroomId }, data: { archivedAt: archive ? new Date() : null } });
}

/** @throws AppError 404 for somebody who is no member, 403 for the last instructor */
export async function removeMember(access: ClassroomAccess, userId: string): Promise<void> {
  const { classroomId } = access;
  await db().$transaction(async (tx) => {
    // instructors who remove each other at the same moment wait for one another here
    await tx.$queryRaw`SELECT 1 FROM "Classroom" WHERE id = ${classroomId} FOR UPDATE`;
    const [member, others] = [
      await tx.classroomMember.findUnique({ where: { classroomId_userId: { classroomId, userId } } }),
      await tx.classroomMember.count({ where: { classroomId, userId: { not: userId }, ...stillInstructor } }),
    ];
    if (!member) throw notFound('This person is not in the classroom any more.');
    if (!canRemove({ member, othersTeach: others > 0 })) throw forbidden('A classroom keeps at least one instructor. Add another one first.');
    await tx.classroomMember.delete({ where: { classroomId_userId: { classroomId, userId } } });
  });
}

/**
 * Makes the person with this address a co-instructor. Returns null for an address nobody here has and for a person without
 * the instructor role alike, so that the form does not tell who has an account.
 */
export async function addInstructor(access: ClassroomAccess, email: string): Promise<{ userId: string } | null> {
  const person = await db().user.findUnique({ where: { email }, select: { id: true, guest: true, roles: true } });
  if (!person || !canCoTeach(person)) return null;
  const membership = { classroomId: access.classroomId, userId: person.id };
  await db().classroomMember.upsert({ where: { classroomId_userId: membership }, create: { ...membership, role: 'instructor' }, update: { role: 'instructor' } });
  return { userId: person.id };
}

/** Deletes the classrooms only this person teaches; part of deleting an account. Returns how many went. */
export async function deleteSolelyTaught(tx: Transaction, userId: string): Promise<number> {
  const { count } = await tx.classroom.deleteMany({ where: solelyTaughtBy(userId) });
  return count;
}

/** Codes are random and unique: in the unlikely case that one is taken, the next is tried. */
async function withFreshCode<T>(write: (joinCode: string) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write(newJoinCode());
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'P2002';
      if (!taken || tries === 5) throw error;
    }
  }
}
