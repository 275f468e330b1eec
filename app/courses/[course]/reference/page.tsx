import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/page-header';
import { PageLink } from '@/components/page-link';
import { ReferenceEntries } from '@/lib/lessons/components/reference-entries';
import { loadCourse, loadCourses, loadReference } from '@/lib/lessons/loaders';

type Props = PageProps<'/courses/[course]/reference'>;

export const dynamicParams = false;

export const generateStaticParams = async () => (await loadCourses()).map((course) => ({ course: course.slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await loadCourse((await params).course);
  if (!course) return {};
  return { title: `Quick reference · ${course.title}`, description: `Every call that ${course.title} teaches, on one page to print.`, alternates: { canonical: `${course.path}/reference` } };
}

export default async function ReferencePage({ params }: Props) {
  const reference = await loadReference((await params).course);
  if (!reference) notFound();
  const { course, entries } = reference;
  return (
    <>
      <PageHeader
        eyebrow={
          <PageLink href={course.path}>
            {course.title}
          </PageLink>
        }
        title="Quick reference"
        intro="Every call the lessons teach, on one page. It prints well."
      />
      <ReferenceEntries entries={entries} />
    </>
  );
}
