import { expect, test } from 'vitest';
import { isCoursePage } from './course-pages';

test.each(['/courses/flask', '/courses/flask/', '/courses/flask/sessions', '/courses/flask/reference'])('%s is a page', (address) => {
  expect(isCoursePage(address)).toBe(true);
});

test.each(['/courses/django', '/courses/flask/session', '/courses/flask/sessions/more', '/courses/..', '/courses/flask/..%2Fsessions', '/courses/%ff', '/courses/flask/lessons'])('%s is none', (address) => {
  expect(isCoursePage(address)).toBe(false);
});
