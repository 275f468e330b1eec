import { expect, test } from 'vitest';
import { nearestPages } from './rules';

const pages = [
  { path: '/courses/flask', title: 'Flask for beginners' },
  { path: '/courses/flask/sessions', title: 'Sessions' },
  { path: '/courses/flask/working-with-cookies', title: 'Working with cookies' },
  { path: '/courses/flask/handling-file-uploads', title: 'Handling file uploads' },
];
const nearest = (path: string) => nearestPages({ path, pages }).map((page) => page.path);

test('a slip in the address finds its lesson', () => {
  expect(nearest('/courses/flask/workin-with-cokies')[0]).toBe('/courses/flask/working-with-cookies');
});
test('one word of it is enough', () => {
  expect(nearest('/courses/flask/cookie')).toEqual(['/courses/flask/working-with-cookies']);
  expect(nearest('/courses/flask/file-upload')[0]).toBe('/courses/flask/handling-file-uploads');
});
test('a course is found too', () => {
  expect(nearest('/courses/flaks')[0]).toBe('/courses/flask');
});
test('nothing near gives nothing', () => {
  expect(nearest('/courses/flask/quantum-chromodynamics')).toEqual([]);
  expect(nearest('/')).toEqual([]);
});
