import type { Metadata } from 'next';
import { PageHeader } from '@/components/page-header';
import { NewClassroomForm } from '@/lib/classrooms/components/classroom-forms';
import { loadNewClassroom } from '@/lib/classrooms/loaders';

export const metadata: Metadata = { title: 'Make a classroom', robots: { index: false } };

export default async function NewClassroomPage() {
  const { courses } = await loadNewClassroom();
  return (
    <>
      <PageHeader title="Make a classroom" intro="A group of learners on one course. You get a code and a link for them to join." />
      <NewClassroomForm courses={courses} />
    </>
  );
}
