import { lessonPath } from '../rules';
import { lessonFrontmatter, type Diagnostic, type Example, type ExerciseKey, type GlossaryFile, type Lesson, type LessonOutline, type QuizKey } from '../schema';
import { checkAnatomy } from './check-anatomy';
import { checkBody } from './check-body';
import { checkProse, wordsOf } from './check-prose';
import { checkHeadingIds } from './check-headings';
import { anchorsOf, type LinkTarget } from './check-links';
import { LESSON_COMPONENTS } from './components';
import { namesIn } from './files';
import type { Claim } from './ids';
import { linksOf, readBody, type Body } from './lesson-body';
import { outlineOf } from './lesson-outline';
import type { LessonScope } from './lesson-scope';
import type { FoundLink } from './markdown-text';
import { syntaxFault } from './python-source';
import { readExercise } from './read-exercise';
import { readQuiz } from './read-quiz';
import { didYouMean, Report, startOf } from './report';
import { readYaml } from './yaml-file';

/** A lesson's folder and what is known of its course: all that reading it needs. Plain data, so that another thread can do it. */
export type LessonJob = { files: [name: string, text: string][]; courseSlug: string; courseId: string; moduleId: string; slug: string; language: string; glossary: GlossaryFile['terms'] };

/** What is to be said of a lesson, once all are known. Plain data. `target` is null when it cannot be shown; then `links` and `counts` are empty. */
export type LessonReport = { target: LinkTarget | null; links: FoundLink[]; ids: Claim[]; diagnostics: Diagnostic[]; counts: { examples: number; exercises: number; questions: number } };

/** What a lesson holds. */
export type LessonParts = { lesson: Lesson; exerciseKeys: ExerciseKey[]; quizKey: QuizKey | null; outline: LessonOutline; words: number };

const PARTS = ['lesson.mdx', 'examples', 'exercises', 'quiz.yaml'];

/** Reads a lesson folder, all of it, whatever is wrong; without `parts` when it cannot be shown. */
export function readLesson(job: LessonJob): { parts: LessonParts | null; report: LessonReport } {
  const report = new Report();
  const ids: Claim[] = [];
  const read = readParts({ job, report, ids });
  const counts = { examples: read?.parts.lesson.examples.length ?? 0, exercises: read?.parts.exerciseKeys.length ?? 0, questions: read?.parts.quizKey?.questions.length ?? 0 };
  return { parts: read?.parts ?? null, report: { target: read?.target ?? null, links: read?.links ?? [], ids, diagnostics: report.diagnostics, counts } };
}

type Read = { parts: LessonParts; target: LinkTarget; links: FoundLink[] };

function readParts({ job: { files: entries, courseSlug, courseId, moduleId, slug, language, glossary }, report, ids }: { job: LessonJob; report: Report; ids: Claim[] }): Read | null {
  const files = new Map(entries);
  const folder = `content/courses/${courseSlug}/lessons/${slug}`;
  const file = `${folder}/lesson.mdx`;
  for (const name of namesIn(files, folder)) {
    if (!PARTS.includes(name)) report.error(startOf(`${folder}/${name}`), 'this has no meaning in a lesson folder', didYouMean(name, PARTS));
  }
  const text = files.get(file);
  if (text === undefined) {
    report.error(startOf(file), 'this file is missing', 'every lesson has a lesson.mdx');
    return null;
  }
  const frontmatter = readFrontmatter({ file, text, report });
  if (frontmatter) ids.push({ kind: 'lesson', id: frontmatter.data.id, place: frontmatter.at('id') });

  const scope: LessonScope = { files, folder, report, ids, courseId, lessonId: frontmatter?.data.id ?? slug, lessonPath: lessonPath({ courseSlug, lessonSlug: slug }), language, glossary, links: [], prompts: new Map() };
  const exampleNames = namesIn(files, `${folder}/examples`).filter((name) => name.endsWith('.py')).map((name) => name.slice(0, -'.py'.length));
  const exerciseNames = namesIn(files, `${folder}/exercises`);
  const exerciseKeys = exerciseNames.flatMap((name) => readExercise({ name, scope }) ?? []);
  const quizKey = readQuiz(scope);
  const examples = readExamples({ names: exampleNames, scope });
  const body = readBody({ file, text, report });
  if (body) {
    checkBody({ body, components: LESSON_COMPONENTS, topHeading: 2, report });
    checkProse({ body, file, language, glossary, report });
    checkHeadingIds({ body, report });
    const mistakeIds = exerciseKeys.flatMap((key) => key.mistakes.map(({ id }) => ({ id, exercise: key.exercise.name })));
    checkAnatomy({ parts: { file, body, exampleNames, examples, exerciseNames, exerciseKeys, mistakeIds, hasQuiz: files.has(`${folder}/quiz.yaml`) }, report });
  }
  if (!frontmatter) return null;

  const lesson: Lesson = {
    ...frontmatter.data,
    slug,
    courseId,
    courseSlug,
    moduleId,
    examples: asShown({ body, component: 'Example', items: examples }),
    exercises: asShown({ body, component: 'Exercise', items: exerciseKeys.map((key) => key.exercise) }),
    quiz: quizKey?.quiz ?? null,
  };
  const outline = body ? outlineOf({ lesson, body, prompts: scope.prompts, texts: textsOf({ files, folder }) }) : NO_OUTLINE;
  const parts = { lesson, exerciseKeys, quizKey, outline, words: body ? wordsOf(body) : 0 };
  return { parts, target: { courseSlug, lessonSlug: slug, file, anchors: body && anchorsOf(body) }, links: [...scope.links, ...(body ? linksOf(body) : [])] };
}

/** of a text that cannot be read */
const NO_OUTLINE: LessonOutline = { contentHash: '', places: [] };

/** What a reader of the lesson meets: everything in its folder but the known mistakes. */
const textsOf = ({ files, folder }: Pick<LessonScope, 'files' | 'folder'>) => [...files].filter(([file]) => file.startsWith(`${folder}/`) && !file.includes('/wrong/'));

function readFrontmatter({ file, text, report }: { file: string; text: string; report: Report }) {
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
  if (!match) {
    report.error(startOf(file), 'the file does not start with frontmatter', 'begin with --- id, title, summary, minutes, objectives ---');
    return null;
  }
  return readYaml({ file, text: match[1] ?? '', schema: lessonFrontmatter, report, firstLine: 2 });
}

function readExamples({ names, scope: { files, folder, report } }: { names: string[]; scope: LessonScope }): Example[] {
  for (const name of namesIn(files, `${folder}/examples`)) {
    const stem = name.replace(/\.(py|out)$/, '');
    if (stem === name) report.error(startOf(`${folder}/examples/${name}`), 'this file has no meaning here', 'examples/ holds <name>.py and <name>.out');
    else if (name.endsWith('.out') && !names.includes(stem)) report.error(startOf(`${folder}/examples/${name}`), `there is no ${stem}.py`, didYouMean(stem, names));
  }
  return names.map((name) => {
    const code = files.get(`${folder}/examples/${name}.py`) ?? '';
    const output = files.get(`${folder}/examples/${name}.out`);
    const fault = syntaxFault(code);
    if (fault) report.warning({ file: `${folder}/examples/${name}.py`, ...fault }, 'this does not look like Python 3.13', 'npm run check:exercises tells for certain');
    if (output === undefined) report.error(startOf(`${folder}/examples/${name}.out`), 'this file is missing', 'npm run check:exercises -- --update writes what the program prints');
    else if (output.trim() === '') report.error(startOf(`${folder}/examples/${name}.out`), 'the example prints nothing', 'print what there is to see');
    return { name, code, output: output ?? '' };
  });
}

/** In the order in which the lesson shows them. */
function asShown<T extends { name: string }>({ body, component, items }: { body: Body | null; component: string; items: T[] }): T[] {
  if (!body) return items;
  const order = body.uses.filter((use) => use.name === component).map((use) => use.values.get('name'));
  return [...items].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
