import fs from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { surveyExercises } from '../../lib/content/answer-key';
import { modulesOf, withLesson } from './list-lesson';
import type { Wanted } from './options';
import { withExercise } from './place-exercise';
import { asYaml, titleOf, writeTemplate } from './template';

/** What cannot be made, with what to do instead. */
export class CannotMake extends Error {}

/** Writes what is wanted from the template and lists it where it belongs. @returns the files written or changed @throws CannotMake */
export async function makeContent(wanted: Wanted): Promise<string[]> {
  if (wanted.what === 'course') return makeCourse(wanted);
  if (wanted.what === 'lesson') return makeLesson(wanted);
  return makeExercise(wanted);
}

function makeCourse({ content, course, lesson, title }: Extract<Wanted, { what: 'course' }>): string[] {
  const folder = path.join(content, 'courses', course);
  requireNew(folder);
  return [
    ...writeTemplate({ part: 'course.yaml', target: path.join(folder, 'course.yaml'), values: { courseId: course, title: asYaml(title ?? titleOf(course)), lesson } }),
    ...writeTemplate({ part: 'lesson', target: path.join(folder, 'lessons', lesson), values: { lessonId: `${course}-${lesson}`, title: asYaml(titleOf(lesson)) } }),
  ];
}

function makeLesson({ content, course, lesson, module, title, id }: Extract<Wanted, { what: 'lesson' }>): string[] {
  const file = path.join(content, 'courses', course, 'course.yaml');
  const { text, courseId, modules } = readCourse({ file, content });
  const into = module ?? modules.at(-1)?.id ?? '';
  if (!modules.some((one) => one.id === into)) throw new CannotMake(`${course} has no module "${into}". It has: ${modules.map((one) => one.id).join(', ')}. A new one is added in course.yaml.`);
  const folder = path.join(content, 'courses', course, 'lessons', lesson);
  requireNew(folder);
  const changed = withLesson({ text, module: into, lesson });
  const files = writeTemplate({ part: 'lesson', target: folder, values: { lessonId: id ?? `${courseId}-${lesson}`, title: asYaml(title ?? titleOf(lesson)) } });
  fs.writeFileSync(file, changed);
  return [...files, file];
}

async function makeExercise({ content, course, lesson, exercise, kind, title }: Extract<Wanted, { what: 'exercise' }>): Promise<string[]> {
  const lessonFolder = path.join(content, 'courses', course, 'lessons', lesson);
  const file = path.join(lessonFolder, 'lesson.mdx');
  if (!fs.existsSync(file)) throw new CannotMake(`There is no lesson ${course}/${lesson}: ${file} is missing. npm run new:lesson ${course} ${lesson} makes it.`);
  const text = fs.readFileSync(file, 'utf8');
  const folder = path.join(lessonFolder, 'exercises', exercise);
  requireNew(folder);
  const chosen = kind ?? (await missingKind({ content, lessonFolder }));
  if (!chosen) throw new CannotMake(`${lesson} has its fill-in and its challenge already, and a lesson has one of each. Make a new lesson, or take one out first.`);
  const lessonId = String(parseDocument(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '').get('id') ?? lesson);
  const files = writeTemplate({ part: chosen, target: folder, values: { exerciseId: `${lessonId}-${exercise}`, exerciseTitle: asYaml(title ?? titleOf(exercise)) } });
  if (!text.includes(`<Exercise name="${exercise}"`)) fs.writeFileSync(file, withExercise({ text, name: exercise }));
  return [...files, file];
}

/** The kind that the lesson does not have yet. */
async function missingKind({ content, lessonFolder }: { content: string; lessonFolder: string }): Promise<'fill-in' | 'challenge' | undefined> {
  const names = fs.existsSync(path.join(lessonFolder, 'exercises')) ? fs.readdirSync(path.join(lessonFolder, 'exercises')) : [];
  const { keys } = await surveyExercises({ root: content });
  const here = `/${path.basename(path.dirname(path.dirname(lessonFolder)))}/${path.basename(lessonFolder)}`;
  const kinds = keys.filter(({ exercise, lessonPath }) => lessonPath.endsWith(here) && names.includes(exercise.name)).map(({ exercise }) => exercise.kind);
  return (['fill-in', 'challenge'] as const).find((kind) => !kinds.includes(kind));
}

function readCourse({ file, content }: { file: string; content: string }) {
  const courses = fs.existsSync(path.join(content, 'courses')) ? fs.readdirSync(path.join(content, 'courses')) : [];
  if (!fs.existsSync(file)) throw new CannotMake(`There is no course "${path.basename(path.dirname(file))}". Courses: ${courses.join(', ') || 'none yet'}. npm run new:course makes one.`);
  const text = fs.readFileSync(file, 'utf8');
  const read = modulesOf(text);
  if (!read) throw new CannotMake(`${file} cannot be read: npm run check:content says why.`);
  return { text, ...read };
}

function requireNew(folder: string): void {
  if (fs.existsSync(folder)) throw new CannotMake(`${folder} is there already. Choose another name.`);
}
