'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { canTeach } from '@/lib/auth/policy';
import { withNext } from '@/lib/auth/rules';
import { getUser, requireUser, requireUserWho } from '@/lib/auth/session';
import { listCourses } from '@/lib/content/data';
import { type FormState, handleForm, refuse, refuseField, succeed } from '@/lib/platform/forms';
import { log } from '@/lib/platform/log';
import { countAgainst } from '@/lib/platform/rate-limit';
import { addInstructor, createClassroom, joinClassroom, leaveClassroom, removeMember, renameClassroom, renewJoinCode, setArchived } from './mutations';
import { parseJoinCode } from './rules';
import { archiveForm, classroomForm, instructorForm, joinForm, memberForm, newClassroomForm, renameForm } from './schema';
import { requireInstructorOf } from './service';

export async function makeClassroom(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: newClassroomForm, data }, async ({ name, courseId }) => {
    const user = await requireUserWho(canTeach);
    const course = (await listCourses()).find((candidate) => candidate.id === courseId);
    if (!course) return refuseField(data, 'courseId', 'Choose one of the courses of this site.');
    const { id } = await createClassroom({ userId: user.id, name, courseId });
    log.info({ event: 'classroom-made', userId: user.id, classroomId: id, courseId }, 'classroom made');
    redirect(`/classrooms/${id}`);
  });
}

export async function join(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: joinForm, data }, async ({ code }) => {
    const joinCode = parseJoinCode(code);
    if (!joinCode) return refuse(data, 'This is not a join code. It has eight letters and digits, such as ACDE-3467.');
    const user = await getUser();
    if (!user) redirect(withNext('/sign-in', `/join/${joinCode}`));
    await countAgainst('join', user.id);
    const { classroom, isNew } = await joinClassroom({ userId: user.id, joinCode });
    if (isNew) log.info({ event: 'classroom-joined', userId: user.id, classroomId: classroom.id }, 'classroom joined');
    redirect('/classrooms?done=joined');
  });
}

export async function leave(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: classroomForm, data }, async ({ classroomId }) => {
    const user = await requireUser();
    if (await leaveClassroom({ userId: user.id, classroomId })) log.info({ event: 'classroom-left', userId: user.id, classroomId }, 'classroom left');
    redirect('/classrooms?done=left');
  });
}

export async function rename(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: renameForm, data }, async ({ classroomId, name }) => {
    const access = await requireInstructorOf({ actor: await requireUser(), classroomId });
    await renameClassroom(access, name);
    revalidatePath(`/classrooms/${classroomId}/settings`);
    return { ...succeed('Saved.'), values: { name } };
  });
}

export async function renewCode(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: classroomForm, data }, async ({ classroomId }) => {
    const access = await requireInstructorOf({ actor: await requireUser(), classroomId });
    await renewJoinCode(access);
    log.info({ event: 'join-code-renewed', by: access.instructorId, classroomId }, 'join code renewed');
    revalidatePath(`/classrooms/${classroomId}/settings`);
    return succeed('There is a new code. The old code and link no longer work.');
  });
}

export async function archive(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: archiveForm, data }, async ({ classroomId, archive: archived }) => {
    const access = await requireInstructorOf({ actor: await requireUser(), classroomId });
    await setArchived(access, archived);
    log.info({ event: archived ? 'classroom-archived' : 'classroom-reopened', by: access.instructorId, classroomId }, 'classroom archived or reopened');
    revalidatePath(`/classrooms/${classroomId}/settings`);
    return succeed(archived ? 'Archived. You can still read everything; nobody can join.' : 'Open again.');
  });
}

export async function remove(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: memberForm, data }, async ({ classroomId, userId }) => {
    const access = await requireInstructorOf({ actor: await requireUser(), classroomId });
    await removeMember(access, userId);
    log.info({ event: 'member-removed', by: access.instructorId, classroomId, userId }, 'member removed');
    redirect(userId === access.instructorId ? '/classrooms?done=left' : `/classrooms/${classroomId}/settings?done=removed`);
  });
}

export async function addCoInstructor(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: instructorForm, data }, async ({ classroomId, email }) => {
    const access = await requireInstructorOf({ actor: await requireUser(), classroomId });
    await countAgainst('email', access.instructorId);
    const added = await addInstructor(access, email);
    if (!added) return refuseField(data, 'email', 'No instructor of this site has this address. An admin can give a person the instructor role.');
    log.info({ event: 'instructor-added', by: access.instructorId, classroomId, userId: added.userId }, 'instructor added');
    revalidatePath(`/classrooms/${classroomId}/settings`);
    return succeed('Added.');
  });
}
