import { expect, test } from 'vitest';
import { syntaxFault } from './python-source';
import { withSimpleTargets } from './with-statement';

const body = '\n    pass\n';

test.each([
  'with f() as (a, b):',
  'with f() as [a, b]:',
  'with f() as (a, (b, c)), g(":", ")") as d:',
  'with f() as a.b, g() as c["x"]:',
  'with (f() as a, g() as b):',
  'with (\n    f() as a,\n    g(1, 2) as (c, d),\n):',
  'with (f()):',
  'with (f(), g()):',
  'with (f() or g()) as a:',
  'with (f() as a):',
  "with open('it\\'s: x') as (a):",
  'x = [\n    1,\n]\nwith f() as a:',
])('%j is Python', (head) => {
  expect(syntaxFault(`${head}${body}`)).toBeNull();
});

test('also an asynchronous one, inside a function', () => expect(syntaxFault('async def f():\n    async with g() as (a, b):\n        pass\n')).toBeNull());

test.each([
  ['with f() as (a, b:\n    pass\n', 1],
  ['with f() as :\n    pass\n', 1],
  ['with f() as (a, b):\n    pass\nx = = 1\n', 3],
  ['with (\n    f() as a,\n    g() as (c, d),\n):\n    pass\nif x\n    pass\n', 6],
  ['with (f() as a, g() as b:\n    pass\n', 1],
  ['with f() as (a, b)\n    pass\n', 1],
])('%j is not, and the fault is on its line', (code, line) => {
  expect(syntaxFault(code)?.line).toBe(line);
});

test('what is rewritten stays as long, line by line or in one', () => {
  const code = '# é 🎉\nwith f("🎉") as (a, b):\n    pass\n';
  expect(withSimpleTargets(code)).toBe('# é 🎉\nwith f("🎉") as _     :\n    pass\n');
});
