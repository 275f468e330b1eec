import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { Pagination } from '@/components/pagination';
import { SubmissionList } from '@/lib/insights/components/submission-list';
import { loadLearnerSubmissions } from '@/lib/insights/loaders';

export const metadata: Metadata = { title: 'Submissions', robots: { index: false } };

type Props = { params: Promise<{ id: string; userId: string; exerciseId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SubmissionsPage({ params, searchParams }: Props) {
  const { id, userId, exerciseId } = await params;
  const { access, name, learnerHref, exercise, lessonTitle, submissions, total, page, pages } = await loadLearnerSubmissions({ classroomId: id, userId, exerciseId, params: await searchParams });
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link href={`/classrooms/${id}`}>{access.name}</Link> › <Link href={learnerHref}>{name}</Link>
          </>
        }
        title={exercise.title}
        intro={`${lessonTitle} · ${total} ${total === 1 ? 'submission' : 'submissions'} by ${name}, newest first`}
      />
      {submissions.length > 0 ? <SubmissionList submissions={submissions} /> : <EmptyState title="Nothing handed in">{name} has not tried this one yet.</EmptyState>}
      <Pagination page={page} pages={pages} href={(number) => `${learnerHref}/exercises/${exercise.id}?page=${number}`} />
    </>
  );
}
