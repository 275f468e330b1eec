'use client';

import { ActionForm } from '@/components/action-form';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { VisuallyHidden } from '@/components/visually-hidden';
import { addCoInstructor, archive, join, leave, makeClassroom, remove, rename, renewCode } from '../actions';

export function NewClassroomForm({ courses }: { courses: { id: string; title: string }[] }) {
  return (
    <ActionForm name="classroom" action={makeClassroom} submit="Make the classroom">
      {(field) => (
        <>
          <TextField label="Name" hint="Learners see it, for example: Web programming, Tuesday." required {...field('name')} />
          <SelectField label="Course" options={courses.map(({ id, title }) => ({ value: id, label: title }))} key={field('courseId').defaultValue} {...field('courseId')} />
        </>
      )}
    </ActionForm>
  );
}

export function JoinForm({ code }: { code: string }) {
  return <ActionForm name="join" action={join} hidden={{ code }} submit="Join the classroom" />;
}

export function LeaveForm({ classroomId, name }: { classroomId: string; name: string }) {
  return <ActionForm name={`leave-${classroomId}`} action={leave} hidden={{ classroomId }} submit={<Named verb="Leave" name={name} />} variant="secondary" size="s" />;
}

export function RenameForm({ classroomId, name }: { classroomId: string; name: string }) {
  return (
    <ActionForm name="rename" action={rename} hidden={{ classroomId }} values={{ name }} submit="Save" variant="secondary">
      {(field) => <TextField label="Name" required {...field('name')} />}
    </ActionForm>
  );
}

export function RenewCodeForm({ classroomId }: { classroomId: string }) {
  return <ActionForm name="renew" action={renewCode} hidden={{ classroomId }} submit="Make a new code" variant="secondary" />;
}

export function ArchiveForm({ classroomId, archived }: { classroomId: string; archived: boolean }) {
  return (
    <ActionForm name="archive" action={archive} hidden={{ classroomId, archive: archived ? 'no' : 'yes' }} submit={archived ? 'Open the classroom again' : 'Archive the classroom'} variant="secondary" />
  );
}

export function RemoveForm({ classroomId, userId, verb, name }: { classroomId: string; userId: string; verb: string; name: string }) {
  return <ActionForm name={`remove-${userId}`} action={remove} hidden={{ classroomId, userId }} submit={<Named verb={verb} name={name} />} variant="quiet" size="s" />;
}

export function AddInstructorForm({ classroomId }: { classroomId: string }) {
  return (
    <ActionForm name="instructor" action={addCoInstructor} hidden={{ classroomId }} submit="Add instructor" variant="secondary">
      {(field) => <TextField label="E-mail address of another instructor" type="email" autoComplete="off" required {...field('email')} />}
    </ActionForm>
  );
}

/** A row's verb; whoever listens also hears whom or what it is about. */
function Named({ verb, name }: { verb: string; name: string }) {
  return (
    <>
      {verb}
      <VisuallyHidden> {name}</VisuallyHidden>
    </>
  );
}
