import 'server-only';
import { cache } from 'react';
import { findCourse, findLesson, highlightPython, listCourses, neighbours, renderMarkdown } from '@/lib/content/data';
import { coursePath, lessonPath } from '@/lib/content/rules';
import type { Course, Lesson } from '@/lib/content/schema';
import { renderQuiz } from '@/lib/quizzes/data';
import { importLesson, importPrompt } from './internal/compiled-mdx';
import { pathOf, referencesOf } from './internal/lesson-path';
import { specimenCode } from './internal/specimen';
import { nearestPages } from './rules';
import type { CourseLinks, LessonLink, NearMatch } from './schema';

const linkTo = (lesson: Lesson): LessonLink => ({
  id: lesson.id,
  slug: lesson.slug,
  title: lesson.title,
  summary: lesson.summary,
  minutes: lesson.minutes,
  path: lessonPath({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug }),
  activityIds: [...lesson.exercises.map((exercise) => exercise.id), ...(lesson.quiz ? [lesson.quiz.id] : [])],
});

const linksOf = (course: Course): CourseLinks => ({
  id: course.id,
  slug: course.slug,
  title: course.title,
  summary: course.summary,
  language: course.language,
  path: coursePath(course.slug),
  minutes: course.modules.flatMap((module) => module.lessons).reduce((sum, lesson) => sum + lesson.minutes, 0),
  modules: course.modules.map(({ id, title, summary, lessons }) => ({ id, title, summary, lessons: lessons.map(linkTo) })),
});

/** Every course with its modules and lessons, for lists and the sitemap. */
export const loadCourses = cache(async (): Promise<CourseLinks[]> => (await listCourses()).map(linksOf));

/** One course, or null when there is none of that name. */
export const loadCourse = cache(async (slug: string): Promise<CourseLinks | null> => {
  const course = await findCourse(slug);
  return course && linksOf(course);
});

/** Everything a lesson's page shows. Public and the same for everybody, so that the page can be static; null when there is no such lesson. */
export const loadLesson = ({ courseSlug, lessonSlug }: { courseSlug: string; lessonSlug: string }) => loadLessonOnce(courseSlug, lessonSlug);

/** The page and its metadata ask for the same lesson. */
const loadLessonOnce = cache(async (courseSlug: string, lessonSlug: string) => {
  const [course, lesson] = await Promise.all([loadCourse(courseSlug), findLesson({ courseSlug, lessonSlug })]);
  if (!course || !lesson) return null;
  const [Content, around, examples, exercises, quizHtml] = await Promise.all([
    importLesson({ course: courseSlug, lesson: lessonSlug }),
    neighbours({ courseSlug, lessonSlug }),
    Promise.all(lesson.examples.map(async (example) => ({ ...example, html: await highlightPython(example.code) }))),
    Promise.all(lesson.exercises.map((exercise) => loadExercise({ exercise, courseSlug, lessonSlug }))),
    lesson.quiz ? renderQuiz(lesson.quiz) : {},
  ]);
  return {
    course,
    lesson,
    module: course.modules.find((module) => module.id === lesson.moduleId),
    Content,
    path: pathOf({ content: Content, exercises: lesson.exercises, quiz: lesson.quiz }),
    examples,
    exercises,
    quizHtml,
    previous: around.previous && linkTo(around.previous),
    next: around.next && linkTo(around.next),
  };
});

async function loadExercise({ exercise, courseSlug, lessonSlug }: { exercise: Lesson['exercises'][number]; courseSlug: string; lessonSlug: string }) {
  const [Prompt, starterHtml, hints] = await Promise.all([
    importPrompt({ course: courseSlug, lesson: lessonSlug, exercise: exercise.name }),
    highlightPython(exercise.starter),
    Promise.all(exercise.hints.map(async (hint) => ({ id: hint.id, html: await renderMarkdown(hint.text) }))),
  ]);
  return { exercise, Prompt, starterHtml, hints };
}

/** The quick-reference tables of a course, in the order of its lessons. */
export async function loadReference(courseSlug: string) {
  const course = await loadCourse(courseSlug);
  if (!course) return null;
  const lessons = course.modules.flatMap((module) => module.lessons);
  const tables = await Promise.all(lessons.map(async (lesson) => referencesOf(await importLesson({ course: courseSlug, lesson: lesson.slug }))));
  return { course, entries: lessons.map((lesson, index) => ({ lesson, tables: tables[index] ?? [] })).filter((entry) => entry.tables.length > 0) };
}

/** The pages that an unknown address under /courses probably meant, nearest first. */
export async function loadNearestPages(path: string): Promise<NearMatch[]> {
  const courses = await loadCourses();
  const pages = courses.flatMap((course) => [course, ...course.modules.flatMap((module) => module.lessons)]);
  return nearestPages({ path, pages: pages.map(({ path, title }) => ({ path, title })) });
}

/** The home page: the courses, and a program to show what the site is like. */
export async function loadHome() {
  const [courses, specimenHtml] = await Promise.all([loadCourses(), highlightPython(specimenCode)]);
  return { courses, specimenHtml };
}
