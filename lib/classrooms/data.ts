import 'server-only';
import { db } from '@/lib/platform/db';
import { displayName } from './rules';
import type { ClassroomAccess, ClassroomLine, Invitation, Member } from './schema';

/** No classroom page lists more people than this; a larger group is better split. */
const MAX_MEMBERS = 1000;

const classroomFields = { id: true, name: true, courseId: true, joinCode: true, archivedAt: true } as const;
const lineFields = {
  ...classroomFields,
  members: { where: { role: 'instructor' }, select: { user: { select: { name: true, email: true } } }, orderBy: { joinedAt: 'asc' } },
  _count: { select: { members: { where: { role: 'learner' } } } },
} as const;
/** A member who teaches now: an instructor from whom no admin has taken the role. Only they can open the classroom. */
export const stillInstructor = { role: 'instructor', user: { guest: false, roles: { has: 'instructor' } } } as const;

/**
 * Access to a classroom for somebody who teaches it now: they are one of its instructors, and an admin has not taken
 * the instructor role from them. Being an admin is not enough: admins run the site, they do not read learners' work.
 */
export async function findInstructorAccess({ userId, classroomId }: { userId: string; classroomId: string }): Promise<ClassroomAccess | null> {
  const classroom = await db().classroom.findFirst({ where: { id: classroomId, members: { some: { userId, ...stillInstructor } } }, select: classroomFields });
  if (!classroom) return null;
  const { id, ...rest } = classroom;
  return { ...rest, classroomId: id, instructorId: userId } as ClassroomAccess;
}

/** The classrooms somebody teaches and those they learn in, newest first. */
export async function listClassrooms(userId: string): Promise<{ teaching: ClassroomLine[]; learning: ClassroomLine[] }> {
  const orderBy = [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }] as const;
  const [teaching, learning] = await Promise.all([
    db().classroom.findMany({ where: { members: { some: { userId, ...stillInstructor } } }, select: lineFields, orderBy: [...orderBy] }),
    db().classroom.findMany({ where: { members: { some: { userId, role: 'learner' } } }, select: lineFields, orderBy: [...orderBy] }),
  ]);
  return { teaching: teaching.map(toLine), learning: learning.map(toLine) };
}

/** What a join code leads to, or null. Whoever holds the code may know this much. */
export async function findInvitation(joinCode: string): Promise<Invitation | null> {
  const classroom = await db().classroom.findUnique({ where: { joinCode }, select: lineFields });
  if (!classroom) return null;
  const { id, name, courseId, archived, instructors } = toLine(classroom);
  return { id, name, courseId, archived, instructors };
}

export async function findMembership({ userId, classroomId }: { userId: string; classroomId: string }): Promise<Member['role'] | null> {
  const member = await db().classroomMember.findUnique({ where: { classroomId_userId: { classroomId, userId } }, select: { role: true } });
  return member?.role ?? null;
}

/** Everybody in a classroom by name, instructors and learners, at most 1,000. */
export async function listMembers(access: ClassroomAccess): Promise<Member[]> {
  const rows = await db().classroomMember.findMany({
    where: { classroomId: access.classroomId },
    select: { userId: true, role: true, joinedAt: true, user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: MAX_MEMBERS,
  });
  return rows.map(({ user, ...member }) => ({ ...member, ...user }));
}

/** A learner of this classroom, or null: also for people who left it. */
export async function findLearner(access: ClassroomAccess, userId: string): Promise<Member | null> {
  const row = await db().classroomMember.findFirst({
    where: { classroomId: access.classroomId, userId, role: 'learner' },
    select: { userId: true, role: true, joinedAt: true, user: { select: { name: true, email: true } } },
  });
  if (!row) return null;
  const { user, ...member } = row;
  return { ...member, ...user };
}

/** Names of the classrooms that only this person teaches: they go when the account goes. */
export async function listSolelyTaught(userId: string): Promise<string[]> {
  const classrooms = await db().classroom.findMany({ where: solelyTaughtBy(userId), select: { name: true }, orderBy: { name: 'asc' } });
  return classrooms.map((classroom) => classroom.name);
}

/** Classrooms with this person as their one instructor. One whose role an admin took counts here: it may be given back, a deleted classroom may not. */
export const solelyTaughtBy = (userId: string) => ({ members: { some: { userId, role: 'instructor' }, none: { userId: { not: userId }, role: 'instructor' } } }) as const;

type LineRow = { id: string; name: string; courseId: string; archivedAt: Date | null; members: { user: { name: string | null; email: string | null } }[]; _count: { members: number } };

function toLine({ archivedAt, members, _count, id, name, courseId }: LineRow): ClassroomLine {
  return { id, name, courseId, archived: archivedAt !== null, learners: _count.members, instructors: members.map(({ user }) => displayName(user)) };
}
