import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const compileOrSay = createRequire(import.meta.url)('./mdx-in-development.cjs') as (this: object, source: string) => void;

/** What the bundler gets for a text. */
const compiled = (source: string) =>
  new Promise<{ error: unknown; code: string }>((resolve) => {
    const context = { getOptions: () => ({}), async: () => (error: unknown, code: string | Uint8Array) => resolve({ error, code: Buffer.from(code).toString() }), resourcePath: '/lesson.mdx', context: process.cwd(), sourceMap: false, mode: 'development', addDependency: () => {} };
    compileOrSay.call(context, source);
  });

test('a text that compiles is left to the compiler', async () => {
  const { error, code } = await compiled('## Tea\n\n<Note>Pour it.</Note>\n');
  expect(error).toBeNull();
  expect(code).toContain('MDXContent');
  expect(code).not.toContain('data-unreadable');
});

test('a text that does not compile becomes a sentence that leads to the author bar', async () => {
  const { error, code } = await compiled('## Tea\n\n<Note>\n');
  expect(error).toBeNull();
  expect(code).toContain('The author bar says where.');
});
