import fs from 'node:fs';
import path from 'node:path';
import { makeContent } from '../../authoring/new-content';

const LESSONS_PER_MODULE = 10;

/**
 * A content folder with one course of so many lessons, each as npm run new:lesson makes it (2 exercises, 3 examples, 10 questions)
 * and with a link to another lesson.
 */
export async function generateCourse({ content, lessons }: { content: string; lessons: number }): Promise<void> {
  await makeContent({ what: 'course', course: 'big', lesson: nameOf(0), title: 'A big course', content });
  const first = path.join(content, 'courses/big/lessons', nameOf(0));
  const texts = fs.readdirSync(first, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name)).map((file) => ({ name: path.relative(first, file), text: fs.readFileSync(file, 'utf8') }));
  for (let number = 0; number < lessons; number += 1) {
    const link = `See also [another lesson](/courses/big/${nameOf((number * 7 + 1) % lessons)}#common-mistakes).`;
    for (const { name, text } of texts) {
      const file = path.join(content, 'courses/big/lessons', nameOf(number), name);
      const own = text.replaceAll('TEMPLATE: ', '').replaceAll(`big-${nameOf(0)}`, `big-${nameOf(number)}`).replace('\n## The first idea', `\n${link}\n\n## The first idea`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, own);
    }
  }
  fs.writeFileSync(path.join(content, 'courses/big/course.yaml'), courseOf(lessons));
}

const nameOf = (number: number) => `lesson-${number + 1}`;

function courseOf(lessons: number): string {
  const modules = Array.from({ length: Math.ceil(lessons / LESSONS_PER_MODULE) }, (_, index) => {
    const names = Array.from({ length: Math.min(LESSONS_PER_MODULE, lessons - index * LESSONS_PER_MODULE) }, (_unused, at) => `      - ${nameOf(index * LESSONS_PER_MODULE + at)}\n`);
    return `  - id: big-module-${index + 1}\n    title: Module ${index + 1}\n    lessons:\n${names.join('')}`;
  });
  return `id: big\ntitle: A big course\nsummary: Made to be measured.\nmodules:\n${modules.join('')}`;
}
