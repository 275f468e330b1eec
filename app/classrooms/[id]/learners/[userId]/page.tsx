import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '@/components/page-header';
import { LatestSubmissions } from '@/lib/insights/components/latest-submissions';
import { LearnerTable } from '@/lib/insights/components/learner-table';
import { loadLearner } from '@/lib/insights/loaders';
import { describeAge } from '@/lib/insights/rules';

export const metadata: Metadata = { title: 'Learner', robots: { index: false } };

export default async function LearnerPage({ params }: { params: Promise<{ id: string; userId: string }> }) {
  const { id, userId } = await params;
  const { access, learner, name, lessons, latest, lastActive, now } = await loadLearner({ classroomId: id, userId });
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/classrooms/${id}`}>{access.name}</Link>}
        title={name}
        intro={`${learner.email ?? 'No address'} · joined ${describeAge({ at: learner.joinedAt, now })} · ${lastActive ? `last handed something in ${describeAge({ at: lastActive, now })}` : 'has handed nothing in yet'}`}
      />
      <LearnerTable lessons={lessons} href={`/classrooms/${id}/learners/${userId}`} />
      <LatestSubmissions submissions={latest} href={`/classrooms/${id}/learners/${userId}`} />
    </>
  );
}
