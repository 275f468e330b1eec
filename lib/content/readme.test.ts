import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { courseFile, exerciseFile, glossaryFile, lessonFrontmatter, quizFile } from './schema';

const readme = fs.readFileSync('content/README.md', 'utf8');
const blocks = [...readme.matchAll(/```yaml\n# (.*)\n([\s\S]*?)\n```\n/g)].map(([, title, text]) => ({ title, data: parse(text ?? '') as unknown }));
const oneQuestion = quizFile.extend({ questions: z.array(quizFile.shape.questions.element) });

/** The manual cannot go out of date: its examples are parsed by the schemas, and it shows every key they know. */
describe.each([
  ['course.yaml', courseFile],
  ['glossary.yaml', glossaryFile],
  ['frontmatter', lessonFrontmatter],
  ['exercise.yaml', exerciseFile],
  ['one question of quiz.yaml', oneQuestion],
] as const)('content/README.md on %s', (title, schema) => {
  const data = blocks.find((block) => block.title === title)?.data;

  test('is right', () => {
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
  });

  test('shows every key', () => {
    const shown = new Set<string>();
    JSON.parse(JSON.stringify(data), (key, value: unknown) => (shown.add(key), value));
    const known = new Set<string>();
    const walk = (part: { properties?: Record<string, object>; items?: object }) => {
      for (const [key, inner] of Object.entries(part.properties ?? {})) walk((known.add(key), inner));
      if (part.items) walk(part.items);
    };
    walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as object);
    expect([...known].filter((key) => !shown.has(key))).toEqual([]);
  });
});
