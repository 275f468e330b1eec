import 'server-only';
import { notFound } from 'next/navigation';
import { loadUser, loadUserWho } from '@/lib/auth/loaders';
import { canTeach } from '@/lib/auth/policy';
import { withNext } from '@/lib/auth/rules';
import { getUser } from '@/lib/auth/session';
import { listCourses } from '@/lib/content/data';
import { findInstructorAccess, findInvitation, findMembership, listClassrooms, listMembers } from './data';
import { parseJoinCode } from './rules';
import type { ClassroomAccess } from './schema';

/** Access to a classroom for its instructor; the signed-out are sent to sign in, everybody else sees a 404. */
export async function loadAccess({ classroomId, here }: { classroomId: string; here: string }): Promise<ClassroomAccess> {
  const user = await loadUser(here);
  return (await findInstructorAccess({ userId: user.id, classroomId })) ?? notFound();
}

export async function loadMyClassrooms() {
  const user = await loadUser('/classrooms');
  const [classrooms, titles] = await Promise.all([listClassrooms(user.id), readCourseTitles()]);
  return { ...classrooms, titles, canTeach: canTeach(user) };
}

export async function loadNewClassroom() {
  await loadUserWho({ may: canTeach, here: '/classrooms/new' });
  return { courses: (await listCourses()).map(({ id, title }) => ({ id, title })) };
}

export async function loadSettings(classroomId: string) {
  const access = await loadAccess({ classroomId, here: `/classrooms/${classroomId}/settings` });
  const [members, titles] = await Promise.all([listMembers(access), readCourseTitles()]);
  return {
    access,
    courseTitle: titles[access.courseId] ?? access.courseId,
    instructors: members.filter((member) => member.role === 'instructor'),
    learners: members.filter((member) => member.role === 'learner'),
  };
}

/** What a join link leads to. A code typed with small letters or without its hyphen is sent to the one address. */
export async function loadInvitation(codeText: string) {
  const code = parseJoinCode(codeText);
  const invitation = code ? await findInvitation(code) : null;
  if (!code || !invitation) return null;
  const user = await getUser();
  const membership = user ? await findMembership({ userId: user.id, classroomId: invitation.id }) : null;
  const titles = await readCourseTitles();
  return {
    code,
    invitation,
    courseTitle: titles[invitation.courseId] ?? invitation.courseId,
    membership,
    signedIn: user !== null,
    signInHref: withNext('/sign-in', `/join/${code}`),
    signUpHref: withNext('/sign-up', `/join/${code}`),
  };
}

/** Course id → title. A course that was taken off the site keeps its id as its name. */
export async function readCourseTitles(): Promise<Record<string, string>> {
  return Object.fromEntries((await listCourses()).map((course) => [course.id, course.title]));
}

