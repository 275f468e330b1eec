import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LessonPage } from '@/lib/lessons/components/lesson-page';
import { LessonStructuredData } from '@/lib/lessons/components/structured-data';
import { UnreadableLesson } from '@/lib/lessons/components/unreadable-lesson';
import { loadCourses, loadLesson } from '@/lib/lessons/loaders';

type Props = PageProps<'/courses/[course]/[lesson]'>;

export const dynamicParams = false;

export async function generateStaticParams() {
  const courses = await loadCourses();
  return courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map((lesson) => ({ course: course.slug, lesson: lesson.slug }))));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  const view = await loadLesson({ courseSlug: course, lessonSlug: lesson });
  if (!view) return {};
  const { title, summary } = view.lesson;
  const url = `/courses/${course}/${lesson}`;
  return {
    title: `${title} · ${view.course.title}`,
    description: summary,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description: summary, url, siteName: 'Coursewright', images: [{ url: `/cards/${course}/${lesson}.png`, width: 1200, height: 630, alt: `${title}: ${summary}` }] },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function Lesson({ params }: Props) {
  const { course, lesson } = await params;
  const view = await loadLesson({ courseSlug: course, lessonSlug: lesson });
  if (!view && process.env.NODE_ENV === 'development') return <UnreadableLesson />;
  if (!view) notFound();
  return (
    <>
      <LessonStructuredData lesson={view.lesson} course={view.course} />
      <LessonPage {...view} />
    </>
  );
}
