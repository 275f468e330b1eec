import { expect, test } from 'vitest';
import { anchors, closest, hasBlank, lessonPath } from './rules';

test('closest finds what was probably meant', () => {
  expect(closest('sumary', ['title', 'summary'])).toBe('summary');
  expect(closest('Sumary', ['title', 'summary'])).toBe('summary');
  expect(closest('banana', ['title', 'summary'])).toBeNull();
  expect(closest('x', [])).toBeNull();
});

test('a blank is three underscores on their own', () => {
  expect(hasBlank('return ___')).toBe(true);
  expect(hasBlank('f(___, "___")')).toBe(true);
  expect(hasBlank('__name__ _x_ ____ a___ ___b')).toBe(false);
});

test('addresses', () => {
  expect(lessonPath({ courseSlug: 'flask', lessonSlug: 'sessions' })).toBe('/courses/flask/sessions');
  expect(anchors.mistake('no-key')).toBe('mistake-no-key');
});
