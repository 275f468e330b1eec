import { expect, it } from 'vitest';
import { hashOfCode } from './code-hash';

it('is the same for line ends of other systems and blank lines at the end', () => {
  for (const same of ['a = 1\r\nb = 2', 'a = 1\rb = 2', 'a = 1\nb = 2\n', 'a = 1\nb = 2\n\n \t\n']) expect(hashOfCode(same)).toBe(hashOfCode('a = 1\nb = 2'));
});

it('differs for whatever moves a line or stands in a text', () => {
  const code = 'a = "x"\nb = 2';
  for (const other of ['\na = "x"\nb = 2', 'a = "x"\n\nb = 2', 'a = "x "\nb = 2', 'a = "x"\nb = 2 # done', 'a = "x"\nb = 2\u00a0']) expect(hashOfCode(other)).not.toBe(hashOfCode(code));
});

it('differs for a blank line that a backslash needs to be Python', () => {
  expect(hashOfCode('a = 1 \\\n')).not.toBe(hashOfCode('a = 1 \\\n\n'));
});

it('takes no time over 64 KB of blank lines', () => {
  const began = performance.now();
  hashOfCode(`${'\n '.repeat(32_000)}x`);
  expect(performance.now() - began).toBeLessThan(200);
});
