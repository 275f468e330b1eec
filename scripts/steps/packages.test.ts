import fs from 'node:fs';
import { expect, it } from 'vitest';

it('every package is named in the decision on packages, and nothing else is', () => {
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
  const used = Object.keys({ ...dependencies, ...devDependencies });
  const rows = fs.readFileSync('docs/decisions/0007-packages.md', 'utf8').split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  expect([...named].sort()).toEqual([...used].sort());
});
