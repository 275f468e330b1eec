import 'server-only';
import { readFiles } from './internal/files';
import { defaultRoot, requireLibrary, surveyLibrary, versionOf } from './internal/library';
import { type LessonJob, type LessonReport, readLesson } from './internal/read-lesson';
import { diagnosticsOf, planLibrary } from './internal/read-library';
import { pythonToHtml } from './internal/render-python';
import { markdownToHtml } from './internal/render-markdown';
import { formatDiagnostic } from './internal/report';
import { visiblePart } from './internal/visible-part';
import type { Course, Diagnostic, Exercise, ExerciseKey, Lesson, LessonOutline, Quiz, VisibleChecks } from './schema';

/** `root` is the content folder; leave it out for the site's own. */
type Root = { root?: string };

/** Every course, in the order of their folders. */
export async function listCourses({ root }: Root = {}): Promise<Course[]> {
  return (await requireLibrary(root)).courses;
}

export async function findCourse(slug: string, { root }: Root = {}): Promise<Course | null> {
  return (await listCourses({ root })).find((course) => course.slug === slug) ?? null;
}

const lessonsOf = (course: Course | null): Lesson[] => course?.modules.flatMap((module) => module.lessons) ?? [];

export async function findLesson({ courseSlug, lessonSlug, root }: { courseSlug: string; lessonSlug: string } & Root): Promise<Lesson | null> {
  return lessonsOf(await findCourse(courseSlug, { root })).find((lesson) => lesson.slug === lessonSlug) ?? null;
}

/** What a reader can point at in a lesson, or null when there is no such lesson. */
export async function findOutline(lessonId: string, { root }: Root = {}): Promise<LessonOutline | null> {
  return (await requireLibrary(root)).outlines.get(lessonId) ?? null;
}

/** What a learner may see of an exercise: no solution, no checks. */
export async function findExercise(id: string, { root }: Root = {}): Promise<Exercise | null> {
  return (await requireLibrary(root)).exerciseKeys.get(id)?.exercise ?? null;
}

/** The checks of an exercise that its author made visible, as a program; null when there are none or no such exercise. */
export async function findVisibleChecks(id: string, { root }: Root = {}): Promise<VisibleChecks | null> {
  const key = (await requireLibrary(root)).exerciseKeys.get(id);
  const visible = key && visibleChecksOf(key);
  return visible && visible.names.length > 0 ? visible : null;
}

/** What of an exercise's checks is public, also of an earlier version of it. Without visible checks, or where the program reads input while it loads, `names` is empty. */
export function visibleChecksOf(key: ExerciseKey): VisibleChecks {
  const before = parted.get(key);
  if (before) return before;
  const { exercise: { id, contentHash, checkNames }, checks, stdin } = key;
  const { names, text } = visiblePart(stdin ? '' : checks);
  const visible = { exerciseId: id, contentHash, names, checks: text, hidden: checkNames.length - names.length };
  parted.set(key, visible);
  return visible;
}

/** Parting costs some milliseconds, and everybody who runs a program asks for it. */
const parted = new WeakMap<ExerciseKey, VisibleChecks>();

/** What of every exercise's checks is public, for its author to read. */
export async function listVisibleChecks({ root }: Root = {}): Promise<(VisibleChecks & { helpers: string[] })[]> {
  const { exerciseKeys } = await surveyLibrary(root);
  return [...exerciseKeys.values()].map((key) => ({ ...visibleChecksOf(key), helpers: visiblePart(key.checks).helpers }));
}

/** What a learner may see of a quiz before handing it in: no answers, reasons or explanations. */
export async function findQuiz(id: string, { root }: Root = {}): Promise<Quiz | null> {
  return (await requireLibrary(root)).quizKeys.get(id)?.quiz ?? null;
}

/** How many words of prose a lesson has; 0 while its text cannot be read. */
export async function countWords(lessonId: string, { root }: Root = {}): Promise<number> {
  return (await surveyLibrary(root)).words.get(lessonId) ?? 0;
}

/** The lessons before and after a lesson, across modules. */
export async function neighbours({ courseSlug, lessonSlug, root }: { courseSlug: string; lessonSlug: string } & Root): Promise<{ previous: Lesson | null; next: Lesson | null }> {
  const lessons = lessonsOf(await findCourse(courseSlug, { root }));
  const index = lessons.findIndex((lesson) => lesson.slug === lessonSlug);
  if (index < 0) return { previous: null, next: null };
  return { previous: lessons[index - 1] ?? null, next: lessons[index + 1] ?? null };
}

/** HTML of an author's Markdown, highlighted. Trusted text; raw HTML in it is dropped. */
export const renderMarkdown = (markdown: string): Promise<string> => markdownToHtml(markdown);

/** The same for one line of text, without the paragraph around it, so that it fits in a label or list item. */
export async function renderInlineMarkdown(markdown: string): Promise<string> {
  const html = await markdownToHtml(markdown);
  const paragraph = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html.trim());
  return paragraph?.[1] ?? html;
}

/** HTML of a highlighted Python program; any text is safe. A very long one, or one with very long lines, is left plain. */
export const highlightPython = (code: string): Promise<string> => pythonToHtml(code);

type Counts = Record<'courses' | 'lessons' | 'examples' | 'exercises' | 'questions' | 'errors' | 'warnings', number>;

/**
 * Everything that is wrong in the content, for `npm run check:content`; each also as one line of text.
 * @param readAll reads the lessons, in their order; one after another when left out
 */
export async function checkContent({ root, readAll = async (jobs) => jobs.map((job) => readLesson(job).report) }: Root & { readAll?: (jobs: LessonJob[]) => Promise<LessonReport[]> } = {}): Promise<{ diagnostics: (Diagnostic & { text: string })[]; counts: Counts }> {
  const plan = planLibrary(readFiles(root ?? defaultRoot()));
  const reports = await readAll(plan.jobs);
  const diagnostics = diagnosticsOf({ plan, reports });
  const sum = (what: 'examples' | 'exercises' | 'questions') => reports.reduce((total, { counts }) => total + counts[what], 0);
  const counts = {
    courses: plan.courses.length,
    lessons: reports.filter(({ target }) => target !== null).length,
    examples: sum('examples'),
    exercises: sum('exercises'),
    questions: sum('questions'),
    errors: diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length,
    warnings: diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length,
  };
  return { diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, text: formatDiagnostic(diagnostic) })), counts };
}

/** What is wrong in the content now, for who asks again and again: only what changed is read anew. `version` rises with each change. */
export async function followedDiagnostics({ root }: Root = {}): Promise<{ diagnostics: Diagnostic[]; version: number }> {
  const { diagnostics } = await surveyLibrary(root);
  return { diagnostics, version: versionOf(root) };
}
