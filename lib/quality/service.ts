import type { AuthorAccess } from '@/lib/auth/schema';
import { requireExerciseKey, requireQuizKey } from '@/lib/content/answer-key';
import { findLesson, findOutline, highlightPython, listCourses, neighbours, renderInlineMarkdown, renderMarkdown } from '@/lib/content/data';
import { anchors, lessonPath } from '@/lib/content/rules';
import type { Course, Exercise, Lesson, LessonOutline, LessonPlace } from '@/lib/content/schema';
import { countChecks, countOpenReports, listFailures, listFirstAttempts, listReports, readPaths } from './data';
import { clusterFailures } from './internal/clusters';
import { toClusterView } from './internal/suggestion';
import { checkFigures, choicesAt, funnelOf, placeState, questionFigures } from './rules';
import type { ExerciseQuality, Funnel, LessonLine, LessonQuality, Needs, QuestionFigures, QuestionView, Report, ReportTarget, ReportView, Step } from './schema';

const pathOf = ({ courseSlug, slug }: Pick<Lesson, 'courseSlug' | 'slug'>) => lessonPath({ courseSlug, lessonSlug: slug });
const emptyOutline: LessonOutline = { contentHash: '', places: [] };

/** How a lesson does: where readers stop, its questions, checks and unexplained failures, and what was reported. */
export async function readLessonQuality(access: AuthorAccess, { course, lesson }: { course: Course; lesson: Lesson }): Promise<LessonQuality> {
  const [funnel, quiz, exercises, reports, outline] = await Promise.all([
    readFunnel(access, lesson),
    readQuestions(access, lesson),
    Promise.all(lesson.exercises.map((exercise) => readExercise(access, { exercise, lesson }))),
    listReports(access, lesson.id),
    findOutline(lesson.id),
  ]);
  const view = (report: Report) => toReportView({ report, lesson, outline: outline ?? emptyOutline });
  return {
    title: lesson.title,
    courseTitle: course.title,
    courseHref: `/quality/${course.slug}`,
    lessonHref: pathOf(lesson),
    funnel,
    questions: await Promise.all(quiz.figures.map((figures, index) => toQuestionView({ figures, number: index + 1, quiz, place: outline?.places.find(({ anchor }) => anchor === anchors.question(figures.id)), href: `${pathOf(lesson)}#${anchors.question(figures.id)}` }))),
    olderAttempts: quiz.older,
    exercises: exercises.map(({ learners: _learners, ...exercise }) => exercise),
    open: reports.open.map(view),
    done: reports.done.map(view),
  };
}

/** What asks for attention in each lesson of a course, in the order of the course. */
export async function readCourseQuality(access: AuthorAccess, course: Course): Promise<LessonLine[]> {
  const reports = await countOpenReports(access, course.id);
  return Promise.all(
    course.modules.flatMap((part) => part.lessons).map(async (lesson) => {
      const [funnel, { figures }, exercises] = await Promise.all([readFunnel(access, lesson), readQuestions(access, lesson), Promise.all(lesson.exercises.map((exercise) => readFindings(access, exercise)))]);
      const flagged = (flag: 'nobody-fails' | 'nobody-passes') => exercises.flatMap(({ checks }) => checks).filter((check) => check.flag === flag).length;
      const needs: Needs = {
        openReports: reports.get(lesson.id) ?? 0,
        misleading: figures.filter(({ flags }) => flags.length > 0).length,
        nobodyPasses: flagged('nobody-passes'),
        nobodyFails: flagged('nobody-fails'),
        unexplained: exercises.reduce((sum, { unexplained }) => sum + unexplained.learners, 0),
      };
      return { id: lesson.id, title: lesson.title, href: `/quality/${course.slug}/${lesson.slug}`, needs, funnel };
    }),
  );
}

async function readFunnel(access: AuthorAccess, lesson: Lesson): Promise<Funnel> {
  const { next } = await neighbours({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug });
  const activities: Step[] = [
    ...lesson.exercises.map(({ id, kind, title }): Step => ({ id, kind: kind === 'challenge' ? 'challenge' : 'exercise', label: title })),
    ...(lesson.quiz ? [{ id: lesson.quiz.id, kind: 'quiz' as const, label: 'Quiz' }] : []),
  ];
  const steps: Step[] = [{ id: lesson.id, kind: 'open', label: 'Opened the lesson' }, ...activities, ...(next ? [{ id: next.id, kind: 'next' as const, label: `Went on to ${next.title}` }] : [])];
  return funnelOf({ steps, paths: await readPaths(access, { lessonId: lesson.id, activityIds: activities.map(({ id }) => id), nextLessonId: next?.id ?? null }) });
}

type QuizFigures = { figures: QuestionFigures[]; older: number; key: Awaited<ReturnType<typeof requireQuizKey>> | null };

async function readQuestions(access: AuthorAccess, { quiz }: Lesson): Promise<QuizFigures> {
  if (!quiz) return { figures: [], older: 0, key: null };
  const [key, attempts] = await Promise.all([requireQuizKey(quiz.id), listFirstAttempts(access, quiz.id)]);
  return { figures: questionFigures({ questions: key.questions, attempts }), older: attempts.filter(({ contentHash }) => contentHash !== quiz.contentHash).length, key };
}

async function toQuestionView({ figures, number, href, place, quiz: { key } }: { figures: QuestionFigures; number: number; href: string; place: LessonPlace | undefined; quiz: QuizFigures }): Promise<QuestionView> {
  const question = key?.questions.find(({ id }) => id === figures.id);
  const textOf = (optionId: string | undefined) => question?.options.find(({ id }) => id === optionId)?.text ?? '';
  const [promptHtml, answerHtml, topWrongHtml] = await Promise.all([renderMarkdown(question?.prompt ?? ''), renderInlineMarkdown(textOf(question?.answer)), figures.topWrong && renderInlineMarkdown(textOf(figures.topWrong.id))]);
  return { ...figures, number, href, text: place?.text ?? '', promptHtml, answerHtml, topWrongHtml };
}

/** What the figures say of an exercise: its checks, and the failures that no known mistake explains. */
async function readFindings(access: AuthorAccess, exercise: Exercise) {
  const [key, counts, failures] = await Promise.all([requireExerciseKey(exercise.id), countChecks(access, exercise.id), listFailures(access, exercise.id)]);
  return { checks: checkFigures({ names: exercise.checkNames, counts }), unexplained: clusterFailures({ failures, key }) };
}

async function readExercise(access: AuthorAccess, { exercise, lesson }: { exercise: Exercise; lesson: Lesson }): Promise<ExerciseQuality & { learners: number }> {
  const { checks, unexplained } = await readFindings(access, exercise);
  const folder = `content/courses/${lesson.courseSlug}/lessons/${lesson.slug}/exercises/${exercise.name}`;
  const views = await Promise.all(unexplained.clusters.map(async (cluster) => toClusterView({ cluster, folder, codeHtml: await highlightPython(cluster.example) })));
  return { id: exercise.id, title: exercise.title, href: `${pathOf(lesson)}#${anchors.exercise(exercise.name)}`, checks, unexplained: views, alone: unexplained.alone, learners: unexplained.learners };
}

function toReportView({ report, lesson, outline: { contentHash, places } }: { report: Report; lesson: Lesson; outline: LessonOutline }): ReportView {
  const place = places.find(({ anchor }) => anchor === report.anchor);
  const around = places.find(({ anchor }) => anchor === place?.within);
  return { ...report, href: `${pathOf(lesson)}${place ? `#${place.anchor}` : ''}`, place: [place ? KINDS[place.kind] : report.anchor === '' ? 'The lesson as a whole' : 'A place that is no more', around && `in “${around.text}”`].filter(Boolean).join(' '), state: placeState({ report, contentHash, places }) };
}

const KINDS: Record<LessonPlace['kind'], string> = { section: 'A section', paragraph: 'A paragraph', example: 'An example', exercise: 'An exercise', mistake: 'A common mistake', question: 'A question' };

/** The page on how a lesson does; the list of courses when the lesson has left them. */
export async function qualityPathOf(lessonId: string): Promise<string> {
  const lesson = (await listCourses()).flatMap(({ modules }) => modules.flatMap((part) => part.lessons)).find(({ id }) => id === lessonId);
  return lesson ? `/quality/${lesson.courseSlug}/${lesson.slug}` : '/quality';
}

/** What the form "Something is wrong here" is about; null when there is no such lesson. A place that is no more is the lesson as a whole. */
export async function findReportTarget({ courseSlug, lessonSlug, at }: { courseSlug: string; lessonSlug: string; at: string }): Promise<(ReportTarget & { ids: { courseId: string; lessonId: string; contentHash: string } }) | null> {
  const lesson = await findLesson({ courseSlug, lessonSlug });
  if (!lesson) return null;
  const { contentHash, places } = (await findOutline(lesson.id)) ?? emptyOutline;
  const place = places.find(({ anchor }) => anchor === at) ?? null;
  return { lessonTitle: lesson.title, lessonHref: pathOf(lesson), course: courseSlug, lesson: lessonSlug, at: place?.anchor ?? '', place, choices: choicesAt({ places, at: place }), ids: { courseId: lesson.courseId, lessonId: lesson.id, contentHash } };
}
