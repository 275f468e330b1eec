import type { Metadata } from 'next';
import Link from 'next/link';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { ClassroomSettings } from '@/lib/classrooms/components/classroom-settings';
import { loadSettings } from '@/lib/classrooms/loaders';
import { describeDone } from '@/lib/classrooms/rules';

export const metadata: Metadata = { title: 'Classroom settings', robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClassroomSettingsPage({ params, searchParams }: Props) {
  const settings = await loadSettings((await params).id);
  const done = describeDone((await searchParams).done);
  return (
    <>
      <PageHeader eyebrow={<Link href={`/classrooms/${settings.access.classroomId}`}>{settings.access.name}</Link>} title="Classroom settings" />
      {done && <Callout tone="good" title={done} role="status" />}
      <ClassroomSettings {...settings} />
    </>
  );
}
