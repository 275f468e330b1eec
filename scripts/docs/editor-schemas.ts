// npm run docs:schemas: the zod schemas of lib/content/schema.ts as JSON Schema, where editors find them, so that they complete,
// explain and check what authors write. `filesOf` is what it writes; a test sees that nothing is out of date.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { courseFile, exerciseFile, glossaryFile, lessonFrontmatter, quizFile } from '../../lib/content/schema';

const LESSON = 'content/courses/*/lessons/*';

/** name → schema, what it describes, and the files it is for; none for frontmatter, which editors read by other ways */
const SCHEMAS = {
  course: { schema: courseFile, about: 'course.yaml: the tree of a course', files: ['content/courses/*/course.yaml'] },
  glossary: { schema: glossaryFile, about: 'glossary.yaml: the words of a course', files: ['content/courses/*/glossary.yaml'] },
  lesson: { schema: lessonFrontmatter, about: 'The frontmatter of lesson.mdx', files: [] },
  exercise: { schema: exerciseFile, about: 'exercise.yaml: an exercise', files: [`${LESSON}/exercises/*/exercise.yaml`] },
  quiz: { schema: quizFile, about: 'quiz.yaml: the ten questions of a lesson', files: [`${LESSON}/quiz.yaml`] },
} as const;

const fileOf = (name: string) => `content/schemas/${name}.schema.json`;
const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Each file with its text: one schema a kind, and the settings that tell VS Code which file follows which. */
export function filesOf(): Record<string, string> {
  const entries = Object.entries(SCHEMAS);
  const schemas = entries.map(([name, { schema, about }]) => [fileOf(name), asJson({ $comment: 'Made by npm run docs:schemas from lib/content/schema.ts. Edit that.', title: about, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) })]);
  const settings = { 'yaml.schemas': Object.fromEntries(entries.filter(([, { files }]) => files.length).map(([name, { files }]) => [`./${fileOf(name)}`, files])) };
  return Object.fromEntries([...schemas, ['.vscode/settings.json', asJson(settings)]]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, text] of Object.entries(filesOf())) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    console.log(file);
  }
}
