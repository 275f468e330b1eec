import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { Pagination } from '@/components/pagination';
import { JoinCode } from '@/lib/classrooms/components/join-code';
import { ProgressTable } from '@/lib/insights/components/progress-table';
import { loadClassroom } from '@/lib/insights/loaders';

export const metadata: Metadata = { title: 'Classroom', robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClassroomPage({ params, searchParams }: Props) {
  const { access, joinLink, courseTitle, page, pages, sort, ...table } = await loadClassroom({ classroomId: (await params).id, params: await searchParams });
  const { classroomId, name, joinCode, archivedAt } = access;
  return (
    <>
      <PageHeader
        eyebrow={`${courseTitle}${archivedAt ? ' · archived' : ''}`}
        title={name}
        actions={<ButtonLink href={`/classrooms/${classroomId}/settings`}>{archivedAt ? 'Settings' : 'Invite, members, settings'}</ButtonLink>}
      />
      {table.learners > 0 ? (
        <ProgressTable classroomId={classroomId} sort={sort} {...table} />
      ) : (
        <EmptyState title="Nobody has joined yet">
          {!archivedAt && (
            <>
              <p>Give learners this code, or the link. Their progress appears here as soon as they have joined, with what they did before.</p>
              <JoinCode joinCode={joinCode} link={joinLink} />
            </>
          )}
        </EmptyState>
      )}
      <Pagination page={page} pages={pages} href={(number) => `/classrooms/${classroomId}?sort=${sort}&page=${number}`} />
    </>
  );
}
