import type { Metadata } from 'next';
import { PageHeader } from '@/components/page-header';
import { CourseList } from '@/lib/lessons/components/course-list';
import { loadCourses } from '@/lib/lessons/loaders';

export const metadata: Metadata = { title: 'Courses', description: 'Every course on this site.', alternates: { canonical: '/courses' } };

export default async function CoursesPage() {
  return (
    <>
      <PageHeader title="Courses" intro="Read, run, try, and be told at once what your code really did." />
      <CourseList courses={await loadCourses()} />
    </>
  );
}
