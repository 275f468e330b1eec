import { courseFile, glossaryFile, type Course, type CourseFile, type Diagnostic, type ExerciseKey, type GlossaryFile, type LessonOutline, type QuizKey } from '../schema';
import { checkLinks } from './check-links';
import { filesIn, namesIn, type Files } from './files';
import { Ids, reportTwins } from './ids';
import { readLesson, type LessonJob, type LessonParts, type LessonReport } from './read-lesson';
import { didYouMean, Report, startOf } from './report';
import { readYaml } from './yaml-file';

/** Everything the authors wrote, as far as it could be read, with all that is wrong in it. */
export type Library = { courses: Course[]; exerciseKeys: Map<string, ExerciseKey>; quizKeys: Map<string, QuizKey>; outlines: Map<string, LessonOutline>; words: Map<string, number>; diagnostics: Diagnostic[] };

/** What the course files say, and the lessons to be read, each by itself. `lessons`: which of `jobs` a module has, in its order. */
type Plan = { files: Files; report: Report; ids: Ids; courses: { slug: string; data: CourseFile; lessons: number[][] }[]; jobs: LessonJob[] };

/** Reads and checks all courses. Pure: the files are given. @param readOne `readLesson`, or what remembers what that gave */
export function readLibrary(files: Files, readOne: typeof readLesson = readLesson): Library {
  const plan = planLibrary(files);
  const read = plan.jobs.map(readOne);
  const parts = read.flatMap((one) => one.parts ?? []);
  return {
    courses: plan.courses.map(({ slug, data, lessons }) => courseOf({ slug, data, lessons: lessons.map((module) => module.map((index) => read[index]?.parts ?? null)) })),
    exerciseKeys: new Map(parts.flatMap(({ exerciseKeys }) => exerciseKeys.map((key) => [key.exercise.id, key]))),
    quizKeys: new Map(parts.flatMap(({ quizKey }) => (quizKey ? [[quizKey.quiz.id, quizKey]] : []))),
    outlines: new Map(parts.map(({ lesson, outline }) => [lesson.id, outline])),
    words: new Map(parts.map(({ lesson, words }) => [lesson.id, words])),
    diagnostics: diagnosticsOf({ plan, reports: read.map(({ report }) => report) }),
  };
}

/** The course files read and checked; of the lessons, what has to be read. */
export function planLibrary(files: Files): Plan {
  const report = new Report();
  const plan: Plan = { files, report, ids: new Ids(report), courses: [], jobs: [] };
  const slugs = namesIn(files, 'content/courses').sort();
  for (const slug of slugs) planCourse({ slug, plan });
  if (!slugs.length) report.error(startOf('content/courses'), 'there is no course', 'make content/courses/<course>/course.yaml');
  warnOfTemplate({ files, report });
  return plan;
}

/** All that is wrong, once what `jobs` asked for has been read. To be called once for a plan. */
export function diagnosticsOf({ plan: { files, report, ids }, reports }: { plan: Plan; reports: LessonReport[] }): Diagnostic[] {
  for (const { diagnostics } of reports) report.diagnostics.push(...diagnostics);
  for (const claim of reports.flatMap((one) => one.ids)) ids.claim(claim);
  const links = reports.flatMap(({ target, links: found }) => (target ? found.map((link) => ({ from: target, ...link })) : []));
  const pictures = filesIn(files, 'public').map(([name]) => name.slice('public'.length));
  checkLinks({ lessons: reports.flatMap(({ target }) => target ?? []), links, pictures, report });
  return report.sorted();
}

function courseOf({ slug, data, lessons }: { slug: string; data: CourseFile; lessons: (LessonParts | null)[][] }): Course {
  const modules = data.modules.map(({ id, title, summary }, index) => ({ id, title, ...(summary ? { summary } : {}), lessons: (lessons[index] ?? []).flatMap((parts) => parts?.lesson ?? []) }));
  return { ...data, slug, modules };
}

/** The words of a course; none when it has no glossary.yaml. */
function readGlossary({ files, slug, report }: { files: Files; slug: string; report: Report }): GlossaryFile['terms'] {
  const file = `content/courses/${slug}/glossary.yaml`;
  const text = files.get(file);
  const yaml = text === undefined ? null : readYaml({ file, text, schema: glossaryFile, report });
  if (!yaml) return [];
  reportTwins({ values: yaml.data.terms.map(({ term }) => term.toLowerCase()), what: 'term', place: (i) => yaml.at('terms', i, 'term'), report });
  return yaml.data.terms;
}

/** What npm run new:lesson left for the author to write. */
function warnOfTemplate({ files, report }: { files: Files; report: Report }) {
  for (const [file, text] of files) {
    const offset = text.indexOf('TEMPLATE:');
    if (offset < 0) continue;
    const before = text.slice(0, offset).split('\n');
    report.warning({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }, 'this is still the text of the template', 'write your own, here and wherever this file says TEMPLATE:');
  }
}

function planCourse({ slug, plan: { files, report, ids, courses, jobs } }: { slug: string; plan: Plan }): void {
  const file = `content/courses/${slug}/course.yaml`;
  const text = files.get(file);
  if (text === undefined) {
    report.error(startOf(file), 'this file is missing', 'every course has a course.yaml');
    return;
  }
  const folders = namesIn(files, `content/courses/${slug}/lessons`);
  const glossary = readGlossary({ files, slug, report });
  const yaml = readYaml({ file, text, schema: courseFile, report });
  const add = (lesson: string, { courseId, moduleId, language }: Pick<LessonJob, 'courseId' | 'moduleId' | 'language'>) =>
    jobs.push({ files: filesIn(files, `content/courses/${slug}/lessons/${lesson}`), courseSlug: slug, courseId, moduleId, slug: lesson, language, glossary }) - 1;
  if (!yaml) {
    // the course cannot be shown, but its lessons' own faults are told in the same run
    for (const folder of folders) add(folder, { courseId: slug, moduleId: slug, language: 'en' });
    return;
  }
  const { data, at } = yaml;
  ids.claim({ kind: 'course', id: data.id, place: at('id') });

  const listed = new Set<string>();
  const lessons = data.modules.map((module, m) => {
    ids.claim({ kind: 'module', id: module.id, place: at('modules', m, 'id') });
    return module.lessons.flatMap((lesson, l) => {
      const place = at('modules', m, 'lessons', l);
      if (listed.has(lesson)) report.error(place, `the lesson "${lesson}" is listed twice`, 'keep one');
      else if (!folders.includes(lesson)) report.error(place, `there is no folder lessons/${lesson}`, didYouMean(lesson, folders.filter((folder) => !listed.has(folder))));
      else {
        listed.add(lesson);
        return add(lesson, { courseId: data.id, moduleId: module.id, language: data.language });
      }
      return [];
    });
  });
  for (const folder of folders) {
    if (!listed.has(folder)) report.error(startOf(`content/courses/${slug}/lessons/${folder}`), 'course.yaml does not list this lesson, so nobody sees it', `add "- ${folder}" to the lessons of a module, or move the folder out of lessons/`);
  }
  courses.push({ slug, data, lessons });
}
