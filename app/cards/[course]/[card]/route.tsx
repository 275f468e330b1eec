import { ImageResponse } from 'next/og';
import { SocialCard } from '@/lib/lessons/components/social-card';
import { loadCourses } from '@/lib/lessons/loaders';

type Params = { course: string; card: string };

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One card per course ("course.png") and per lesson ("sessions.png"), all drawn at build. */
export async function generateStaticParams(): Promise<Params[]> {
  const courses = await loadCourses();
  return courses.flatMap((course) => ['course', ...course.modules.flatMap((module) => module.lessons.map((lesson) => lesson.slug))].map((name) => ({ course: course.slug, card: `${name}.png` })));
}

export async function GET(_: Request, { params }: { params: Promise<Params> }) {
  const { course: slug, card } = await params;
  const course = (await loadCourses()).find((one) => one.slug === slug);
  const lesson = course?.modules.flatMap((module) => module.lessons).find((one) => `${one.slug}.png` === card);
  if (!course || (!lesson && card !== 'course.png')) return new Response(null, { status: 404 });
  const image = <SocialCard above={lesson ? course.title : 'Coursewright'} title={lesson?.title ?? course.title} summary={lesson?.summary ?? course.summary} />;
  return new ImageResponse(image, { width: 1200, height: 630 });
}
