import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOptions } from './options';

const here = path.resolve('/site');
const where = (given: string) => readOptions([given], here).where;

describe('a path', () => {
  test.each([
    ['sessions', 'sessions'],
    ['content/courses/flask/lessons/sessions/', 'content/courses/flask/lessons/sessions'],
    ['./content/courses/flask', 'content/courses/flask'],
    ['/site/content/courses/flask/lessons/sessions', 'content/courses/flask/lessons/sessions'],
  ])('%s means %s', (given, expected) => expect(where(given)).toBe(expected));
});

test('everything may be left out', () => {
  expect(readOptions([], here)).toEqual({ where: '', watch: false, update: false, json: false, cache: true, content: '/site/content' });
});

test.each([
  [['a', 'b'], 'One path at a time; "b" is one too many'],
  [['--jsn'], "Unknown option '--jsn'"],
  [['--json', '--watch'], 'does not go with --watch'],
])('%j is refused with the usage', (args, words) => {
  expect(() => readOptions(args, here)).toThrow(words);
  expect(() => readOptions(args, here)).toThrow('usage: npm run check:exercises');
});
