import type { Root } from 'mdast';
import { expect, test, vi } from 'vitest';
import { keepingTrees } from './kept-trees';

const parse = () => vi.fn((text: string): Root => ({ type: 'root', children: [{ type: 'html', value: text }] }));

test('a text is parsed once, as long as it is among the last', () => {
  const parser = parse();
  const read = keepingTrees(parser, { keep: true, most: 2 });
  const tea = read('tea');
  expect(read('tea')).toBe(tea);
  read('milk');
  expect(read('tea')).toBe(tea); // asked for again, so milk is the oldest
  read('sugar');
  expect(read('tea')).toBe(tea);
  read('milk');
  expect(parser.mock.calls.flat()).toEqual(['tea', 'milk', 'sugar', 'milk']);
});

test('a fault is told each time', () => {
  const read = keepingTrees(() => { throw new SyntaxError('a tag is open'); }, { keep: true });
  expect(() => read('<Tea>')).toThrow('a tag is open');
  expect(() => read('<Tea>')).toThrow('a tag is open');
});

test('where every text is read once, nothing is kept', () => {
  const parser = parse();
  expect(keepingTrees(parser)).toBe(parser);
});
