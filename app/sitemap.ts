import type { MetadataRoute } from 'next';
import { loadCourses } from '@/lib/lessons/loaders';
import { env } from '@/lib/platform/env';

export const dynamic = 'force-static';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const courses = await loadCourses();
  const paths = courses.flatMap((course) => [course.path, `${course.path}/reference`, ...course.modules.flatMap((module) => module.lessons.map((lesson) => lesson.path))]);
  return ['/', '/courses', ...paths].map((path) => ({ url: new URL(path, env().SITE_URL).href }));
}
