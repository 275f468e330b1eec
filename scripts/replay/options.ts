import { parseArgs } from 'node:util';

export const USAGE = `usage:
  npm run replay -- <submission id>                 grades it again as it was graded, and compares
  npm run replay -- --exercise <id> [--against X]   runs the checks of X over what was handed in: which verdicts would flip?
      --against working-tree | <git ref>            working-tree when left out
      --limit <n>                                   at most so many different programs, newest first; 500 when left out
      --record                                      keeps the results beside the first ones; progress can only rise
  --json                                            one JSON object on standard output
exit code: 0 the same, 1 something differs, 2 it could not be tried`;

export const WORKING_TREE = 'working-tree';
const DEFAULT_LIMIT = '500';

/** What cannot be tried, with what to do about it. */
export class CannotReplay extends Error {}

export type Options = { json: boolean } & ({ submissionId: string } | { exerciseId: string; against: string; limit: number; record: boolean });

/** @throws CannotReplay that says what is wrong with the arguments */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const { exercise, against, limit, record, json = false } = values;
  if (exercise === undefined) {
    const [submissionId, ...rest] = positionals;
    if (against !== undefined || limit !== undefined || record) throw new CannotReplay(`--against, --limit and --record go with --exercise <id>.\n${USAGE}`);
    if (submissionId === undefined || rest.length > 0) throw new CannotReplay(USAGE);
    return { submissionId, json };
  }
  if (positionals.length > 0) throw new CannotReplay(`--exercise takes all submissions of an exercise; "${positionals[0]}" is one too many.\n${USAGE}`);
  if (!/^[1-9]\d{0,6}$/.test(limit ?? DEFAULT_LIMIT)) throw new CannotReplay(`--limit must be a whole number from 1, and not "${limit}".`);
  return { exerciseId: exercise, against: against ?? WORKING_TREE, limit: Number(limit ?? DEFAULT_LIMIT), record: record ?? false, json };
}

function parse(args: string[]) {
  const options = { exercise: { type: 'string' }, against: { type: 'string' }, limit: { type: 'string' }, record: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new CannotReplay(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
