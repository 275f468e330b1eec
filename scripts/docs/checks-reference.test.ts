import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { expect, test } from 'vitest';

test('docs/checks.md is what npm run docs:checks makes of the docstrings now', () => {
  const { stdout, stderr, status } = spawnSync('python3', ['scripts/docs/checks_reference.py', '--print'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout === fs.readFileSync('docs/checks.md', 'utf8'), 'docs/checks.md is out of date: npm run docs:checks').toBe(true);
});
