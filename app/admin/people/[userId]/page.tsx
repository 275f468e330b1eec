import type { Metadata } from 'next';
import Link from 'next/link';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { SettingsSection } from '@/components/settings-section';
import { LinkForm, RolesForm, SignPersonOutForm } from '@/lib/auth/components/person-forms';
import { loadPerson } from '@/lib/auth/loaders';

export const metadata: Metadata = { title: 'Person', robots: { index: false } };

export default async function PersonPage({ params }: { params: Promise<{ userId: string }> }) {
  const { person, isSelf, isLastAdmin } = await loadPerson((await params).userId);
  return (
    <>
      <PageHeader eyebrow={<Link href="/admin">People</Link>} title={person.name || 'Unnamed'} intro={`${person.email ?? 'No address'}${isSelf ? ' (you)' : ''}`} />
      <SettingsSection title="Roles" text="Everyone is a learner; roles add to that. A change holds from the next page they open.">
        {isLastAdmin && <Callout tone="info" title="The last admin keeps the role until there is another one." />}
        <RolesForm userId={person.id} roles={person.roles} />
      </SettingsSection>
      <SettingsSection title="Set-password link" text="For somebody who forgot their password or never had one. Using it signs them out on every device.">
        <LinkForm userId={person.id} />
      </SettingsSection>
      <SettingsSection title="Devices" text="Ends all their sessions, yours too if this is you.">
        <SignPersonOutForm userId={person.id} />
      </SettingsSection>
    </>
  );
}
