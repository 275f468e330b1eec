import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { SettingsSection } from '@/components/settings-section';
import { LeaveForm } from '@/lib/classrooms/components/classroom-forms';
import { ClassroomList } from '@/lib/classrooms/components/classroom-list';
import { CodeForm } from '@/lib/classrooms/components/code-form';
import { loadMyClassrooms } from '@/lib/classrooms/loaders';
import { describeDone } from '@/lib/classrooms/rules';

export const metadata: Metadata = { title: 'Classrooms', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClassroomsPage({ searchParams }: Props) {
  const { teaching, learning, canTeach } = await loadMyClassrooms();
  const done = describeDone((await searchParams).done);
  return (
    <>
      <PageHeader title="Classrooms" actions={canTeach && <ButtonLink href="/classrooms/new" variant="primary">Make a classroom</ButtonLink>} />
      {done && <Callout tone="good" title={done} role="status" />}
      {canTeach && (
        <SettingsSection title="You teach">
          {teaching.length > 0 ? <ClassroomList lines={teaching} teaching /> : <p>No classroom yet. Make one, and give its code to your learners.</p>}
        </SettingsSection>
      )}
      {learning.length > 0 && (
        <SettingsSection title="You learn in" text="Their instructors see your name, your address, and your work in the course. Leave, and they no longer do; your work stays yours.">
          <ClassroomList lines={learning} teaching={false} action={(line) => <LeaveForm classroomId={line.id} name={line.name} />} />
        </SettingsSection>
      )}
      <SettingsSection title="Join a classroom" text="Your instructor has a code for you, or a link that does the same.">
        <CodeForm />
      </SettingsSection>
    </>
  );
}
