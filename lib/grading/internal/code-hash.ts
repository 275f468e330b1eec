import { createHash } from 'node:crypto';

/** Hash of what a program says: line ends are made the same, as Python does even in strings, and blank lines at the end dropped; nothing else. */
export function hashOfCode(code: string): string {
  const lines = code.replace(/\r\n?/g, '\n').split('\n');
  const last = lines.findLastIndex((line) => !/^[ \t]*$/.test(line));
  // A backslash joins the next line: whether one is there decides whether this is Python at all.
  const end = lines[last]?.endsWith('\\') ? lines.length : last + 1;
  return createHash('sha256').update(lines.slice(0, end).join('\n')).digest('hex');
}
