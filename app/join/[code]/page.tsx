import type { Metadata } from 'next';
import { PageHeader } from '@/components/page-header';
import { InvitationCard } from '@/lib/classrooms/components/invitation';
import { loadInvitation } from '@/lib/classrooms/loaders';

export const metadata: Metadata = { title: 'Join a classroom', robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ code: string }> }) {
  const invitation = await loadInvitation((await params).code);
  return (
    <>
      <PageHeader eyebrow="Join a classroom" title={invitation.invitation.name} intro={invitation.course.title} />
      <InvitationCard {...invitation} />
    </>
  );
}
