import { EmptyState } from '@/components/empty-state';
import { SettingsSection } from '@/components/settings-section';
import type { ClassroomAccess, Member } from '../schema';
import { AddInstructorForm, ArchiveForm, RenameForm, RenewCodeForm } from './classroom-forms';
import { JoinCode } from './join-code';
import { MembersTable } from './members-table';

type Props = { access: ClassroomAccess; joinLink: string; instructors: Member[]; learners: Member[] };

export function ClassroomSettings({ access, joinLink, instructors, learners }: Props) {
  const { classroomId, instructorId } = access;
  const archived = access.archivedAt !== null;
  return (
    <>
      {!archived && (
        <SettingsSection title="Invite learners" text="Whoever has the code can join. Make a new one when the group is complete, or when it got into the wrong hands; learners who joined stay.">
          <JoinCode joinCode={access.joinCode} link={joinLink} />
          <RenewCodeForm classroomId={classroomId} />
        </SettingsSection>
      )}
      <SettingsSection title="Name">
        <RenameForm classroomId={classroomId} name={access.name} />
      </SettingsSection>
      <SettingsSection title="Instructors" text="They see and change everything here, as you do.">
        <MembersTable caption="Instructors" members={instructors} classroomId={classroomId} self={instructorId} removable={instructors.length > 1} />
        <AddInstructorForm classroomId={classroomId} />
      </SettingsSection>
      <SettingsSection title="Learners" text="Removing somebody hides their work from you and deletes none of it.">
        {learners.length > 0 ? (
          <MembersTable caption="Learners" members={learners} classroomId={classroomId} self={instructorId} removable />
        ) : (
          <EmptyState title="Nobody has joined yet">Give learners the code or the link above.</EmptyState>
        )}
      </SettingsSection>
      <SettingsSection title={archived ? 'Archived' : 'Archive'} text="An archived classroom can be read but not joined.">
        <ArchiveForm classroomId={classroomId} archived={archived} />
      </SettingsSection>
    </>
  );
}
