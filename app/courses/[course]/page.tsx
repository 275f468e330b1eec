import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';
import { PageLink } from '@/components/page-link';
import { ContinueLink } from '@/lib/lessons/components/continue-link';
import { CourseOutline } from '@/lib/lessons/components/course-outline';
import { CourseStructuredData } from '@/lib/lessons/components/structured-data';
import { loadCourse, loadCourses } from '@/lib/lessons/loaders';

type Props = PageProps<'/courses/[course]'>;

export const dynamicParams = false;

export const generateStaticParams = async () => (await loadCourses()).map((course) => ({ course: course.slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await loadCourse((await params).course);
  if (!course) return {};
  const { title, summary: description, path } = course;
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: { type: 'website', title, description, url: path, siteName: 'Coursewright', images: [{ url: `/cards/${course.slug}/course.png`, width: 1200, height: 630, alt: title }] },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function CoursePage({ params }: Props) {
  const course = await loadCourse((await params).course);
  if (!course) notFound();
  const lessons = course.modules.flatMap((module) => module.lessons.map(({ path, title }) => ({ path, title })));
  return (
    <>
      <CourseStructuredData course={course} />
      <PageHeader
        eyebrow={<PageLink href="/courses">Courses</PageLink>}
        title={course.title}
        intro={course.summary}
        actions={
          <>
            <ContinueLink courseId={course.id} lessons={lessons} />
            <ButtonLink href={`${course.path}/reference`}>Quick reference</ButtonLink>
          </>
        }
      />
      <CourseOutline course={course} />
    </>
  );
}
