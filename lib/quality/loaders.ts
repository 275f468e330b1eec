import 'server-only';
import { notFound } from 'next/navigation';
import { loadAuthorAccess } from '@/lib/auth/loaders';
import { findCourse, findLesson, listCourses } from '@/lib/content/data';
import { byNeed } from './rules';
import type { LessonLine, LessonQuality, ReportTarget } from './schema';
import { findReportTarget, readCourseQuality, readLessonQuality } from './service';

type Params = Record<string, string | string[] | undefined>;

/** The courses whose lessons an author can look at. */
export async function loadQualityCourses() {
  await loadAuthorAccess('/quality');
  return (await listCourses()).map(({ slug, title, summary, modules }) => ({ href: `/quality/${slug}`, title, summary, lessons: modules.reduce((sum, part) => sum + part.lessons.length, 0) }));
}

/** The lessons of a course, those that need attention first. */
export async function loadCourseQuality(slug: string): Promise<{ title: string; lines: LessonLine[] }> {
  const access = await loadAuthorAccess(`/quality/${slug}`);
  const course = (await findCourse(slug)) ?? notFound();
  return { title: course.title, lines: byNeed(await readCourseQuality(access, course)) };
}

/** How one lesson does. */
export async function loadLessonQuality({ course: courseSlug, lesson: lessonSlug, params }: { course: string; lesson: string; params: Params }): Promise<LessonQuality & { marked: 'done' | 'open' | null }> {
  const access = await loadAuthorAccess(`/quality/${courseSlug}/${lessonSlug}`);
  const [course, lesson] = [await findCourse(courseSlug), await findLesson({ courseSlug, lessonSlug })];
  if (!course || !lesson) notFound();
  return { ...(await readLessonQuality(access, { course, lesson })), marked: params.marked === 'done' || params.marked === 'open' ? params.marked : null };
}

/** The form "Something is wrong here", for everybody. */
export async function loadReportForm({ course, lesson, params }: { course: string; lesson: string; params: Params }): Promise<ReportTarget & { sent: boolean }> {
  const target = await findReportTarget({ courseSlug: course, lessonSlug: lesson, at: [params.at].flat()[0] ?? '' });
  if (!target) notFound();
  const { ids: _ids, ...shown } = target;
  return { ...shown, sent: params.done === 'sent' };
}
