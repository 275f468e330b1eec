import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '@/lib/auth/schema';
import { closeDb, db } from '@/lib/platform/db';
import { findInvitation, findLearner, listClassrooms, listMembers, listSolelyTaught } from './data';
import { addInstructor, createClassroom, deleteSolelyTaught, joinClassroom, leaveClassroom, removeMember, renewJoinCode, setArchived } from './mutations';
import type { ClassroomAccess } from './schema';
import { requireInstructorOf } from './service';

async function person(name: string, roles: Role[] = [], guest = false): Promise<Actor> {
  const data = { name, roles, guest, email: guest ? null : `${randomUUID()}@example.com` };
  return db().user.create({ data, select: { id: true, guest: true, name: true, email: true, roles: true } });
}

async function classroomOf(instructor: Actor, name = 'Tuesday'): Promise<{ access: ClassroomAccess; joinCode: string; id: string }> {
  const { id, joinCode } = await createClassroom({ userId: instructor.id, name, courseId: 'flask' });
  return { id, joinCode, access: await requireInstructorOf({ actor: instructor, classroomId: id }) };
}

const missing = { status: 404, code: 'not-found' };
let teacher: Actor;
let otherTeacher: Actor;
let learner: Actor;

beforeAll(async () => {
  [teacher, otherTeacher, learner] = await Promise.all([person('Teacher', ['instructor']), person('Other', ['instructor']), person('Learner')]);
});
afterAll(closeDb);

describe('access', () => {
  it('is for the instructors of the classroom and nobody else', async () => {
    const { id, joinCode } = await classroomOf(teacher);
    await joinClassroom({ userId: learner.id, joinCode });
    const strangers = [learner, otherTeacher, await person('Admin', ['admin']), await person('Author', ['author']), await person('Guest', [], true)];
    for (const actor of strangers) await expect(requireInstructorOf({ actor, classroomId: id }), actor.name ?? '').rejects.toMatchObject(missing);
    await expect(requireInstructorOf({ actor: teacher, classroomId: randomUUID() })).rejects.toMatchObject(missing);
  });

  it('ends when an admin takes the role, or a co-instructor removes the person', async () => {
    const revoked = await person('Revoked', ['instructor']);
    const { id, access } = await classroomOf(revoked);
    await addInstructor(access, otherTeacher.email ?? '');
    await db().user.update({ where: { id: revoked.id }, data: { roles: [] } });
    await expect(requireInstructorOf({ actor: revoked, classroomId: id })).rejects.toMatchObject(missing);
    expect((await listClassrooms(revoked.id)).teaching).toEqual([]);

    await addInstructor(access, teacher.email ?? '');
    expect(await requireInstructorOf({ actor: otherTeacher, classroomId: id })).toMatchObject({ classroomId: id, courseId: 'flask' });
    await removeMember(access, otherTeacher.id);
    await expect(requireInstructorOf({ actor: otherTeacher, classroomId: id })).rejects.toMatchObject(missing);
  });

  it('does not reach a learner of another classroom, or one who left', async () => {
    const [mine, theirs] = [await classroomOf(teacher), await classroomOf(otherTeacher)];
    await joinClassroom({ userId: learner.id, joinCode: theirs.joinCode });
    expect(await findLearner(mine.access, learner.id)).toBeNull();
    expect(await findLearner(theirs.access, learner.id)).toMatchObject({ name: 'Learner', role: 'learner' });
    expect(await findLearner(theirs.access, otherTeacher.id)).toBeNull();
    await leaveClassroom({ userId: learner.id, classroomId: theirs.id });
    expect(await findLearner(theirs.access, learner.id)).toBeNull();
    await expect(removeMember(mine.access, learner.id)).rejects.toMatchObject(missing);
  });
});

describe('joining', () => {
  it('works once with the code; a second time changes nothing, also for the instructor', async () => {
    const { id, joinCode, access } = await classroomOf(teacher);
    expect(await joinClassroom({ userId: learner.id, joinCode })).toMatchObject({ isNew: true, classroom: { id, instructors: ['Teacher'] } });
    expect(await joinClassroom({ userId: learner.id, joinCode })).toMatchObject({ isNew: false });
    expect(await joinClassroom({ userId: teacher.id, joinCode })).toMatchObject({ isNew: false });
    expect((await listMembers(access)).map((member) => member.role).sort()).toEqual(['instructor', 'learner']);
    expect((await listClassrooms(learner.id)).learning.find((line) => line.id === id)).toMatchObject({ learners: 1, instructors: ['Teacher'] });
  });

  it('ends with a renewed code, and with an archived classroom', async () => {
    const { joinCode, access } = await classroomOf(teacher);
    const renewed = await renewJoinCode(access);
    expect(renewed).not.toBe(joinCode);
    expect(await findInvitation(joinCode)).toBeNull();
    await expect(joinClassroom({ userId: learner.id, joinCode })).rejects.toMatchObject(missing);
    await setArchived(access, true);
    await expect(joinClassroom({ userId: learner.id, joinCode: renewed })).rejects.toMatchObject({ status: 403 });
    await setArchived(access, false);
    expect((await joinClassroom({ userId: learner.id, joinCode: renewed })).isNew).toBe(true);
  });
});

describe('instructors', () => {
  it('can be added only from people who have the role', async () => {
    const { access } = await classroomOf(teacher);
    expect(await addInstructor(access, learner.email ?? '')).toBeNull();
    expect(await addInstructor(access, 'nobody@example.com')).toBeNull();
    expect(await addInstructor(access, otherTeacher.email ?? '')).toEqual({ userId: otherTeacher.id });
  });

  it('cannot all leave, not even at the same moment', async () => {
    const { access, id } = await classroomOf(teacher);
    await addInstructor(access, otherTeacher.email ?? '');
    const both = await Promise.allSettled([removeMember(access, teacher.id), removeMember(access, otherTeacher.id)]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().classroomMember.count({ where: { classroomId: id, role: 'instructor' } })).toBe(1);
  });

  it('count only while an admin has not taken the role from them', async () => {
    const revoked = await person('Revoked', ['instructor']);
    const { access, id } = await classroomOf(teacher);
    await addInstructor(access, revoked.email ?? '');
    await db().user.update({ where: { id: revoked.id }, data: { roles: [] } });
    await expect(removeMember(access, teacher.id)).rejects.toMatchObject({ status: 403 });
    await removeMember(access, revoked.id);
    expect(await db().classroomMember.count({ where: { classroomId: id } })).toBe(1);
  });

  it('cannot leave as if they were learners', async () => {
    const { id } = await classroomOf(teacher);
    expect(await leaveClassroom({ userId: teacher.id, classroomId: id })).toBe(false);
  });
});

it('deletes with an account only what nobody else teaches', async () => {
  const leaving = await person('Leaving', ['instructor']);
  const [alone, shared] = [await classroomOf(leaving, 'Alone'), await classroomOf(leaving, 'Shared')];
  await addInstructor(shared.access, teacher.email ?? '');
  await joinClassroom({ userId: learner.id, joinCode: alone.joinCode });
  expect(await listSolelyTaught(leaving.id)).toEqual(['Alone']);
  await db().$transaction((tx) => deleteSolelyTaught(tx, leaving.id));
  expect(await db().classroom.findUnique({ where: { id: alone.id } })).toBeNull();
  expect(await db().classroom.findUnique({ where: { id: shared.id } })).not.toBeNull();
});
