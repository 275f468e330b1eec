import { diffArrays, diffWordsWithSpace } from 'diff';

export type Part = { text: string; differs: boolean };
/** One line of a comparison. `skipped` stands for so many lines that are the same on both sides. */
export type Row = { kind: 'same' | 'expected' | 'yours'; parts: Part[] } | { kind: 'skipped'; lines: number };

/** lines that are the same, shown around those that are not */
const AROUND = 2;

const whole = (text: string): Part[] => [{ text, differs: false }];

/**
 * Two texts of several lines, line by line: what both have stands once; where they differ, what was expected stands above
 * what came, and the words that differ are marked. A line that only one side has is not: all of it differs. Null when they have no line in common, so that side by side says more.
 */
export function compareLines(expected: string, actual: string): Row[] | null {
  const changes = diffArrays(expected.split('\n'), actual.split('\n'));
  if (!changes.some((change) => !change.added && !change.removed && change.value.some((line) => line.trim() !== ''))) return null;
  const rows: Row[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (!change) continue;
    const next = changes[index + 1];
    if (!change.added && !change.removed) {
      rows.push(...shorten(change.value, { first: index === 0, last: !next }));
    } else if (next && change.removed !== next.removed && (next.added || next.removed)) {
      const [gone, came] = change.removed ? [change.value, next.value] : [next.value, change.value];
      rows.push(...inPairs(gone, came));
      index += 1;
    } else {
      rows.push(...change.value.map((line) => ({ kind: change.removed ? ('expected' as const) : ('yours' as const), parts: whole(line) })));
    }
  }
  return rows;
}

/** Lines that are the same on both sides, without the middle of a long stretch. */
function shorten(lines: string[], { first, last }: { first: boolean; last: boolean }): Row[] {
  const same = (some: string[]): Row[] => some.map((line) => ({ kind: 'same', parts: whole(line) }));
  const [head, tail] = [first ? 0 : AROUND, last ? 0 : AROUND];
  const skipped = lines.length - head - tail;
  if (skipped < 2) return same(lines);
  return [...same(lines.slice(0, head)), { kind: 'skipped', lines: skipped }, ...same(lines.slice(lines.length - tail))];
}

/** Line for line as far as both go: each expected line above the one that came in its place. */
function inPairs(gone: string[], came: string[]): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < Math.max(gone.length, came.length); index += 1) {
    const [expected, yours] = [gone[index], came[index]];
    const words = expected !== undefined && yours !== undefined ? diffWordsWithSpace(expected, yours) : [];
    const side = (other: 'added' | 'removed', alone: string): Part[] =>
      words.length > 0 ? words.filter((word) => !word[other]).map((word) => ({ text: word.value, differs: Boolean(word.added || word.removed) })) : whole(alone);
    if (expected !== undefined) rows.push({ kind: 'expected', parts: side('added', expected) });
    if (yours !== undefined) rows.push({ kind: 'yours', parts: side('removed', yours) });
  }
  return rows;
}
