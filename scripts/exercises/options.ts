import path from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run check:exercises -- [path] [options]
  path                 only what has it in its path: a lesson's name, a folder, a file; everything when left out
  --watch              goes on, and tries again what changed each time a file is saved
  --update             writes what examples print into their .out files, and shows the difference
  --json               one JSON object on standard output
  --no-cache           runs everything, also what was run before
  --content <folder>   another content folder than ./content`;

/** What is wrong with the arguments, with how to write them. */
export class WrongArguments extends Error {}

export type Options = { where: string; watch: boolean; update: boolean; json: boolean; cache: boolean; content: string };

/** @throws WrongArguments */
export function readOptions(args: string[], folder = process.cwd()): Options {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new WrongArguments(`One path at a time; "${positionals[1]}" is one too many.\n${USAGE}`);
  if (values.watch && values.json) throw new WrongArguments(`--json prints one object and ends, so it does not go with --watch.\n${USAGE}`);
  const content = path.resolve(folder, values.content ?? 'content');
  return {
    where: nameInContent({ given: positionals[0] ?? '', content, folder }),
    watch: values.watch ?? false,
    update: values.update ?? false,
    json: values.json ?? false,
    cache: !values['no-cache'],
    content,
  };
}

/** A path of this machine as content/courses/…; a part of one as it is. */
function nameInContent({ given, content, folder }: { given: string; content: string; folder: string }): string {
  const full = path.resolve(folder, given);
  const isPath = /^(\/|\.)/.test(given);
  const inside = path.relative(content, full);
  if (isPath && !inside.startsWith('..')) return ['content', ...inside.split(path.sep)].filter(Boolean).join('/');
  return given.replace(/^\.\//, '').replace(/\/$/, '');
}

function parse(args: string[]) {
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({ args, options: { watch: flag, update: flag, json: flag, 'no-cache': flag, content: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
