import { z } from 'zod';

declare const granted: unique symbol;

/**
 * Proof that somebody teaches this classroom now. Only `lib/classrooms/data` makes one, after asking the database, and
 * whatever reads another person's work demands it: a read without the permission check does not compile.
 */
export type ClassroomAccess = {
  readonly classroomId: string;
  readonly courseId: string;
  readonly name: string;
  readonly joinCode: string;
  readonly archivedAt: Date | null;
  /** who was let in */
  readonly instructorId: string;
  readonly [granted]: true;
};

const classroomName = z.string().trim().min(1, 'Give the classroom a name, such as “Web programming, Tuesday”.').max(100, 'Use at most 100 characters.');

export const newClassroomForm = z.object({ name: classroomName, courseId: z.string().min(1, 'Choose a course.') });
export const renameForm = z.object({ classroomId: z.string(), name: classroomName });
export const joinForm = z.object({ code: z.string().max(100, 'A join code is shorter than this.') });
export const classroomForm = z.object({ classroomId: z.string() });
export const archiveForm = z.object({ classroomId: z.string(), archive: z.enum(['yes', 'no']).transform((answer) => answer === 'yes') });
export const memberForm = z.object({ classroomId: z.string(), userId: z.string() });
export const instructorForm = z.object({ classroomId: z.string(), email: z.string().trim().toLowerCase().pipe(z.email('Write an e-mail address, such as ada@example.com.')) });

/** One line of "my classrooms". */
export type ClassroomLine = { id: string; name: string; courseId: string; archived: boolean; learners: number; instructors: string[] };

/** What somebody who holds the join code may know before joining. */
export type Invitation = { id: string; name: string; courseId: string; archived: boolean; instructors: string[] };

export type Member = { userId: string; name: string | null; email: string | null; role: 'learner' | 'instructor'; joinedAt: Date };

/** `href` is null for a course that is no longer on the site. */
export type CourseName = { title: string; href: string | null };
