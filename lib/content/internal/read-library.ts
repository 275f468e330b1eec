import { courseFile, glossaryFile, type Course, type Diagnostic, type ExerciseKey, type GlossaryFile, type Module, type QuizKey } from '../schema';
import { checkLinks } from './check-links';
import { namesIn, type Files } from './files';
import { Ids, reportTwins } from './ids';
import { readLesson, type ReadLesson } from './read-lesson';
import { didYouMean, Report, startOf } from './report';
import { readYaml } from './yaml-file';

/** Everything the authors wrote, as far as it could be read, with all that is wrong in it. */
export type Library = { courses: Course[]; exerciseKeys: Map<string, ExerciseKey>; quizKeys: Map<string, QuizKey>; diagnostics: Diagnostic[] };

type Scope = { files: Files; report: Report; ids: Ids; lessons: ReadLesson[] };

/** Reads and checks all courses. Pure: the files are given. */
export function readLibrary(files: Files): Library {
  const report = new Report();
  const scope: Scope = { files, report, ids: new Ids(report), lessons: [] };
  const slugs = namesIn(files, 'content/courses').sort();
  const courses = slugs.flatMap((slug) => readCourse({ slug, scope }) ?? []);
  if (!slugs.length) report.error(startOf('content/courses'), 'there is no course', 'make content/courses/<course>/course.yaml');

  warnOfTemplate({ files, report });
  const { lessons } = scope;
  const links = lessons.flatMap(({ target, links: found }) => found.map((link) => ({ from: target, ...link })));
  checkLinks({ lessons: lessons.map(({ target }) => target), links, report });
  return {
    courses,
    exerciseKeys: new Map(lessons.flatMap(({ exerciseKeys }) => exerciseKeys.map((key) => [key.exercise.id, key]))),
    quizKeys: new Map(lessons.flatMap(({ quizKey }) => (quizKey ? [[quizKey.quiz.id, quizKey]] : []))),
    diagnostics: report.sorted(),
  };
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

function readCourse({ slug, scope: { files, report, ids, lessons } }: { slug: string; scope: Scope }): Course | null {
  const file = `content/courses/${slug}/course.yaml`;
  const text = files.get(file);
  if (text === undefined) {
    report.error(startOf(file), 'this file is missing', 'every course has a course.yaml');
    return null;
  }
  const folders = namesIn(files, `content/courses/${slug}/lessons`);
  const glossary = readGlossary({ files, slug, report });
  const yaml = readYaml({ file, text, schema: courseFile, report });
  if (!yaml) {
    // the course cannot be shown, but its lessons' own faults are told in the same run
    lessons.push(...folders.flatMap((folder) => readLesson({ files, courseSlug: slug, courseId: slug, moduleId: slug, slug: folder, language: 'en', glossary, report, ids }) ?? []));
    return null;
  }
  const { data, at } = yaml;
  ids.claim({ kind: 'course', id: data.id, place: at('id') });

  const listed = new Set<string>();
  const modules = data.modules.map((module, m): Module => {
    ids.claim({ kind: 'module', id: module.id, place: at('modules', m, 'id') });
    const read = module.lessons.flatMap((lessonSlug, l) => {
      const place = at('modules', m, 'lessons', l);
      if (listed.has(lessonSlug)) report.error(place, `the lesson "${lessonSlug}" is listed twice`, 'keep one');
      else if (!folders.includes(lessonSlug)) report.error(place, `there is no folder lessons/${lessonSlug}`, didYouMean(lessonSlug, folders.filter((folder) => !listed.has(folder))));
      else {
        listed.add(lessonSlug);
        return readLesson({ files, courseSlug: slug, courseId: data.id, moduleId: module.id, slug: lessonSlug, language: data.language, glossary, report, ids }) ?? [];
      }
      return [];
    });
    lessons.push(...read);
    return { id: module.id, title: module.title, ...(module.summary ? { summary: module.summary } : {}), lessons: read.map(({ lesson }) => lesson) };
  });
  for (const folder of folders) {
    if (!listed.has(folder)) report.warning(startOf(`content/courses/${slug}/lessons/${folder}`), 'course.yaml does not list this lesson, so nobody sees it', `add "- ${folder}" to the lessons of a module`);
  }
  return { ...data, slug, modules };
}
