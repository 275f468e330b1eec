import type { Member } from './schema';

/** An instructor may remove any learner, and another instructor, but never the last one: nobody could open the classroom again. */
export function canRemove({ member, othersTeach }: { member: Pick<Member, 'role'>; othersTeach: boolean }): boolean {
  return member.role === 'learner' || othersTeach;
}

/** Who can be made a co-instructor: a person with the instructor role. */
export const canCoTeach = (person: { guest: boolean; roles: string[] } | null): boolean => person !== null && !person.guest && person.roles.includes('instructor');

/** Archived classrooms can be read, not joined. */
export const canJoin = (classroom: { archived: boolean }): boolean => !classroom.archived;
