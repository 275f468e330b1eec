// npm run new:course, new:lesson, new:exercise: writes a folder from the template that already passes every check.
import path from 'node:path';
import readline from 'node:readline/promises';
import { checkContent } from '../lib/content/data';
import { CannotMake, makeContent } from './authoring/new-content';
import { type Ask, readWanted, WrongArguments } from './authoring/options';

/** Asks on a terminal; elsewhere nobody is there, and defaults serve. */
const ask: Ask = async (question) => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim() || null;
  } finally {
    terminal.close();
  }
};

async function main(args: string[]): Promise<number> {
  const wanted = await readWanted({ args, ask });
  const written = await makeContent(wanted);
  for (const file of written) console.log(path.relative(process.cwd(), file));
  const { diagnostics } = await checkContent({ root: wanted.content });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const { text } of errors) console.log(text);
  const part = [wanted.course, 'lessons', wanted.lesson].join('/');
  if (errors.length) return 1;
  console.log(`\nIt passes as it stands. Now make it yours: look for TEMPLATE: in these files (npm run check:content finds them), and leave this running:\n  npm run check:exercises -- ${part} --watch\nHow to write one: docs/authors/lessons.md`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof WrongArguments || error instanceof CannotMake;
  console.error(known ? error.message : error);
  process.exitCode = 2;
}
