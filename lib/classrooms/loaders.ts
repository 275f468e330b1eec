import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { loadUser, loadUserWho } from '@/lib/auth/loaders';
import { canTeach } from '@/lib/auth/policy';
import { withNext } from '@/lib/auth/rules';
import { getUser } from '@/lib/auth/session';
import { listCourses } from '@/lib/content/data';
import { coursePath } from '@/lib/content/rules';
import { env } from '@/lib/platform/env';
import { findInstructorAccess, findInvitation, findMembership, listClassrooms, listMembers } from './data';
import { parseJoinCode } from './rules';
import type { ClassroomAccess, ClassroomLine, CourseName } from './schema';

/** Access to a classroom for its instructor; the signed-out are sent to sign in, everybody else sees a 404. */
export async function loadAccess({ classroomId, here }: { classroomId: string; here: string }): Promise<ClassroomAccess> {
  const user = await loadUser(here);
  return (await findInstructorAccess({ userId: user.id, classroomId })) ?? notFound();
}

export async function loadMyClassrooms() {
  const user = await loadUser('/classrooms');
  const [{ teaching, learning }, nameOf] = await Promise.all([listClassrooms(user.id), readCourseNames()]);
  const named = (line: ClassroomLine) => ({ ...line, course: nameOf(line.courseId) });
  return { teaching: teaching.map(named), learning: learning.map(named), canTeach: canTeach(user) };
}

export async function loadNewClassroom() {
  await loadUserWho({ may: canTeach, here: '/classrooms/new' });
  return { courses: (await listCourses()).map(({ id, title }) => ({ id, title })) };
}

export async function loadSettings(classroomId: string) {
  const access = await loadAccess({ classroomId, here: `/classrooms/${classroomId}/settings` });
  const [members, nameOf] = await Promise.all([listMembers(access), readCourseNames()]);
  return {
    access,
    course: nameOf(access.courseId),
    joinLink: joinLink(access.joinCode),
    instructors: members.filter((member) => member.role === 'instructor'),
    learners: members.filter((member) => member.role === 'learner'),
  };
}

/** The address to give to learners. */
export const joinLink = (joinCode: string): string => `${env().SITE_URL.replace(/\/$/, '')}/join/${joinCode}`;

/** The page where a code is typed: a code that leads somewhere goes on to its own page, another comes back with what is wrong. */
export async function loadJoin(params: { code?: string | string[] }): Promise<{ code: string; error: string | undefined }> {
  const text = [params.code ?? ''].flat()[0]?.slice(0, 100) ?? '';
  const code = parseJoinCode(text);
  if (code && (await findInvitation(code))) redirect(`/join/${code}`);
  if (!text.trim()) return { code: '', error: params.code === undefined ? undefined : 'Write the code.' };
  return { code: text, error: code ? 'No classroom has this code. Ask your instructor for the current one: codes can be renewed.' : 'A join code has eight letters and digits, such as ACDE-3467.' };
}

/** What a join link leads to, for whoever follows it. A link that leads nowhere goes to the page where a code is typed. */
export async function loadInvitation(codeText: string) {
  const code = parseJoinCode(codeText);
  const invitation = code ? await findInvitation(code) : null;
  if (!code || !invitation) redirect(`/join?code=${encodeURIComponent(codeText.slice(0, 100))}`);
  const [user, nameOf] = [await getUser(), await readCourseNames()];
  return {
    code,
    invitation,
    course: nameOf(invitation.courseId),
    membership: user ? await findMembership({ userId: user.id, classroomId: invitation.id }) : null,
    signedIn: user !== null,
    signInHref: withNext('/sign-in', `/join/${code}`),
    signUpHref: withNext('/sign-up', `/join/${code}`),
  };
}

/** A course as classrooms name it. One that was taken off the site keeps its id as its name, and leads nowhere. */
async function readCourseNames(): Promise<(courseId: string) => CourseName> {
  const courses = new Map((await listCourses()).map((course) => [course.id, { title: course.title, href: coursePath(course.slug) }]));
  return (courseId) => courses.get(courseId) ?? { title: courseId, href: null };
}
