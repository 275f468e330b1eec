import fs from 'node:fs';
import { z } from 'zod';

/** One small change of a solution: the lines first to last (from 1) replaced by others. */
const mutant = z.object({ kind: z.string(), first: z.number().int().min(1), last: z.number().int(), lines: z.array(z.string()) });
export type Mutant = z.infer<typeof mutant>;

/** How a waiver names a mutant: the first line that changes, and what stands there instead. Stays the same when lines move. */
export type Change = { line: string; becomes: string };

/** Makes mutants of the program it reads (its own docstring says which). */
export const MUTATOR = fs.readFileSync(new URL('./mutants.py', import.meta.url), 'utf8');

/** Of one exercise. A long solution has more; each costs a run. */
export const MOST_MUTANTS = 60;

/** What the mutator printed. @throws Error when it is no list of mutants */
export const parseMutants = (printed: string): Mutant[] => z.array(mutant).parse(JSON.parse(printed));

/**
 * At most `most` of them, always the same: every kind in turn gives its next one, spread over the file, so that a long
 * table of texts does not crowd out the one removed decorator.
 */
export function chooseMutants(mutants: Mutant[], most = MOST_MUTANTS): Mutant[] {
  if (mutants.length <= most) return mutants;
  const kinds = [...new Set(mutants.map(({ kind }) => kind))].sort();
  const waiting = kinds.map((kind) => spread(mutants.filter((one) => one.kind === kind)));
  const chosen = new Set<Mutant>();
  while (chosen.size < most) {
    for (const queue of waiting) {
      const next = queue.shift();
      if (next && chosen.size < most) chosen.add(next);
    }
  }
  return mutants.filter((one) => chosen.has(one));
}

/** First the one in the middle, then those in the middle of each half, and so on. */
function spread<T>(items: T[]): T[] {
  if (items.length < 3) return items;
  const middle = Math.floor(items.length / 2);
  const [left, right] = [spread(items.slice(0, middle)), spread(items.slice(middle + 1))];
  return [...items.slice(middle, middle + 1), ...right.flatMap((one, index) => [one, ...left.slice(index, index + 1)]), ...left.slice(right.length)];
}

/** The solution with the mutant in it. */
export function mutated(solution: string, { first, last, lines }: Mutant): string {
  const all = solution.split('\n');
  return [...all.slice(0, first - 1), ...lines, ...all.slice(last)].join('\n');
}

/** The mutant in words: the first line that differs, with what became of it. */
export function changeOf(solution: string, { first, last, lines }: Mutant): Change {
  const before = solution.split('\n').slice(first - 1, last);
  const at = before.findIndex((line, index) => line !== lines[index]);
  return { line: before[Math.max(at, 0)]?.trim() ?? '', becomes: lines[Math.max(at, 0)]?.trim() ?? '' };
}

/** The lines that differ, marked as in a diff. */
export function diffOf(solution: string, { first, last, lines }: Mutant): string[] {
  const before = solution.split('\n').slice(first - 1, last);
  const differs = (line: string, index: number, other: string[]) => line !== other[index] || before.length !== lines.length;
  return [...before.filter((line, index) => differs(line, index, lines)).map((line) => `- ${line}`), ...lines.filter((line, index) => differs(line, index, before)).map((line) => `+ ${line}`)];
}
