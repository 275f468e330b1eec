// Demo data: one instructor and a classroom of 25 learners with plausible histories. `npm start -- --demo` calls this.
import { randomBytes } from 'node:crypto';
import { hashPassword } from '../lib/auth/service';
import { createClassroom, joinClassroom } from '../lib/classrooms/mutations';
import { listCourses } from '../lib/content/data';
import type { Course } from '../lib/content/schema';
import { closeSandbox, openSandbox, sandboxStatus } from '../lib/grading/service';
import { db } from '../lib/platform/db';
import { writeHistory } from './demo/history';
import { writeReports } from './demo/reports';
import { CLASSROOM, DEMO_ADDRESSES, emailOf, INSTRUCTOR, LEARNERS } from './demo/people';

/**
 * Makes the demo classroom unless it is there, and gives its accounts a new password.
 * @returns how to sign in
 */
export async function seedDemo({ siteUrl, progress }: { siteUrl: string; progress: (text: string) => void }): Promise<string> {
  const course = (await listCourses())[0];
  if (!course) throw new Error('There is no course in content/courses to make a demo of.');
  const password = randomBytes(9).toString('base64url');
  const passwordHash = await hashPassword(password);
  const { open, reason } = await tryMaking({ course, progress });
  if (!open) return `No demo: its submissions are graded for real, and there is no sandbox. ${reason ?? ''}`;
  await db().user.updateMany({ where: { email: { endsWith: DEMO_ADDRESSES } }, data: { passwordHash } });
  const learner = LEARNERS.find(({ now }) => now === 'stuck')?.name ?? '';
  return [
    `Demo: sign in at ${siteUrl}/sign-in with the password ${password}`,
    `  as the instructor ${INSTRUCTOR.email}, who is an author too (${siteUrl}/quality)`,
    `  or as a learner who is stuck, ${emailOf(learner)}`,
  ].join('\n');
}

/** Makes the classroom unless a complete one is there; one that was broken off is begun again. */
async function tryMaking({ course, progress }: { course: Course; progress: (text: string) => void }): Promise<{ open: boolean; reason: string | null }> {
  const members = await db().classroomMember.count({ where: { role: 'learner', user: { email: { endsWith: DEMO_ADDRESSES } } } });
  if (members >= LEARNERS.length) return { open: true, reason: null };
  progress('grading the demo submissions in the sandbox');
  await openSandbox();
  try {
    const { open, reason } = sandboxStatus();
    if (open) await makeClassroom(course);
    return { open, reason };
  } finally {
    await closeSandbox();
  }
}

async function makeClassroom(course: Course): Promise<void> {
  const demoPeople = { email: { endsWith: DEMO_ADDRESSES } };
  await db().classroom.deleteMany({ where: { members: { some: { role: 'instructor', user: demoPeople } } } });
  await db().user.deleteMany({ where: demoPeople });
  const instructor = await db().user.create({ data: { ...INSTRUCTOR, roles: ['instructor', 'author'] } });
  const { joinCode } = await createClassroom({ userId: instructor.id, name: CLASSROOM, courseId: course.id });
  const lessons = course.modules.flatMap((module) => module.lessons);
  const ids: string[] = [];
  for (const learner of LEARNERS) {
    const { id: learnerId } = await db().user.create({ data: { name: learner.name, email: emailOf(learner.name) } });
    await writeHistory({ learnerId, learner, courseId: course.id, lessons });
    await joinClassroom({ userId: learnerId, joinCode });
    ids.push(learnerId);
  }
  await writeReports({ learnerIds: ids, lessons });
}
