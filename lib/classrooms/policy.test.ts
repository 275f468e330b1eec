import { expect, it } from 'vitest';
import { canCoTeach, canJoin, canRemove } from './policy';

it('removes learners always, instructors while another one stays', () => {
  expect(canRemove({ member: { role: 'learner' }, othersTeach: false })).toBe(true);
  expect(canRemove({ member: { role: 'instructor' }, othersTeach: true })).toBe(true);
  expect(canRemove({ member: { role: 'instructor' }, othersTeach: false })).toBe(false);
});

it('takes only people with the role as co-instructors', () => {
  expect(canCoTeach({ guest: false, roles: ['instructor'] })).toBe(true);
  expect(canCoTeach({ guest: false, roles: ['admin'] })).toBe(false);
  expect(canCoTeach({ guest: true, roles: ['instructor'] })).toBe(false);
  expect(canCoTeach(null)).toBe(false);
});

it('closes archived classrooms to newcomers', () => {
  expect(canJoin({ archived: true })).toBe(false);
  expect(canJoin({ archived: false })).toBe(true);
});
