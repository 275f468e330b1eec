import { describe, expect, it } from 'vitest';
import { compareLines, type Row } from './line-rows';

/** `E` expected, `Y` yours, two spaces for both; words that differ in [brackets]. */
const drawn = (rows: Row[] | null) =>
  rows?.map((row) => (row.kind === 'skipped' ? `… ${row.lines}` : `${{ same: ' ', expected: 'E', yours: 'Y' }[row.kind]} ${row.parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')}`));

describe('two texts of several lines', () => {
  it('show once what both have, and mark the words that differ', () => {
    expect(drawn(compareLines('{\n  "count": 3,\n  "paid": true\n}', '{\n  "count": 2,\n  "paid": true\n}'))).toEqual(['  {', 'E   "count": [3],', 'Y   "count": [2],', '    "paid": true', '  }']);
  });

  it('show a line that only one of them has', () => {
    expect(drawn(compareLines('a\nb\nc', 'a\nc'))).toEqual(['  a', 'E b', '  c']);
    expect(drawn(compareLines('a\nc', 'a\nb\nc'))).toEqual(['  a', 'Y b', '  c']);
  });

  it('leave out the middle of a long stretch that is the same', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `line ${index}`);
    expect(drawn(compareLines(['x', ...lines, 'y'].join('\n'), ['X', ...lines, 'y', 'z'].join('\n')))).toEqual(['E [x]', 'Y [X]', '  line 0', '  line 1', '… 6', '  line 8', '  y', 'Y z']);
    expect(drawn(compareLines([...lines, 'x'].join('\n'), [...lines, 'X'].join('\n')))).toEqual(['… 7', '  line 7', '  line 8', 'E [x]', 'Y [X]']);
  });

  it('keep every line of more expected than came, and the other way round', () => {
    expect(drawn(compareLines('a\nb\nc\nd', 'a\nB\nd'))).toEqual(['  a', 'E [b]', 'Y [B]', 'E c', '  d']);
  });

  it('are not compared when they have no line in common, or only empty ones', () => {
    expect(compareLines('a\nb', 'c\nd')).toBeNull();
    expect(compareLines('a\n\nb', 'c\n\nd')).toBeNull();
  });

  it('show an end of line that is missing as a line of its own', () => {
    expect(drawn(compareLines('a\nb\n', 'a\nb'))).toEqual(['  a', '  b', 'E ']);
  });
});
