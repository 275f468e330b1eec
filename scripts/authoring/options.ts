import path from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `usage:
  npm run new:course -- <course> [--lesson <name>] [--title "…"]
  npm run new:lesson -- <course> <name> [--title "…"] [--module <id>] [--id <id>]
  npm run new:exercise -- <course> <lesson> <name> [--kind fill-in|challenge] [--title "…"]
  --content <folder>   another content folder than ./content
Names are lower-case words joined by hyphens, such as working-with-cookies. What is left out is asked for, or has a default.`;

/** What is wrong with the arguments, with how to write them. */
export class WrongArguments extends Error {}

type Common = { content: string; title?: string };
export type Wanted = Common &
  (
    | { what: 'course'; course: string; lesson: string }
    | { what: 'lesson'; course: string; lesson: string; module?: string; id?: string }
    | { what: 'exercise'; course: string; lesson: string; exercise: string; kind?: 'fill-in' | 'challenge' }
  );

/** Asks somebody; null when nobody is there to answer. */
export type Ask = (question: string) => Promise<string | null>;

const QUESTIONS = { course: 'The course (its folder under content/courses): ', lesson: 'The name of the lesson, as in its address (working-with-cookies): ', exercise: 'The name of the exercise (count-visits): ' };
const NAMES = { course: ['course'], lesson: ['course', 'lesson'], exercise: ['course', 'lesson', 'exercise'] } as const;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @throws WrongArguments */
export async function readWanted({ args, ask, folder = process.cwd() }: { args: string[]; ask: Ask; folder?: string }): Promise<Wanted> {
  const { values, positionals } = parse(args);
  const [what, ...given] = positionals;
  if (what !== 'course' && what !== 'lesson' && what !== 'exercise') throw new WrongArguments(USAGE);
  if (given.length > NAMES[what].length) throw new WrongArguments(`"${given[NAMES[what].length]}" is one too many.\n${USAGE}`);
  const names: Record<string, string> = {};
  for (const [index, name] of NAMES[what].entries()) names[name] = requireName({ name, value: given[index] ?? (await ask(QUESTIONS[name])) });
  const { course = '', exercise = '' } = names;
  const lesson = names.lesson ?? values.lesson ?? 'first-lesson';
  for (const value of [lesson, values.id]) if (value !== undefined) requireName({ name: 'name', value });
  if (values.kind !== undefined && values.kind !== 'fill-in' && values.kind !== 'challenge') throw new WrongArguments(`--kind is fill-in or challenge, not "${values.kind}".\n${USAGE}`);
  const title = values.title ?? ((await ask('Its title, as learners read it (Enter for one made from the name): ')) || undefined);
  const common = { content: path.resolve(folder, values.content ?? 'content'), title };
  if (what === 'course') return { what, course, lesson, ...common };
  if (what === 'lesson') return { what, course, lesson, module: values.module, id: values.id, ...common };
  return { what, course, lesson, exercise, kind: values.kind, ...common };
}

function requireName({ name, value }: { name: string; value: string | null }): string {
  if (!value) throw new WrongArguments(`The ${name} is missing.\n${USAGE}`);
  if (!NAME.test(value)) throw new WrongArguments(`"${value}" is no name for a ${name}: write lower-case words joined by hyphens, such as ${value.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'count-visits'}.`);
  return value;
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { title: text, module: text, id: text, kind: text, lesson: text, content: text }, allowPositionals: true });
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
