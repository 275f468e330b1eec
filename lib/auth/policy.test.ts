import { expect, it } from 'vitest';
import { canAuthor, canBecome, canManagePeople, canTeach, grantAuthor } from './policy';
import type { Actor } from './schema';

const person = (roles: Actor['roles'], guest = false): Actor => ({ id: 'p', guest, name: null, email: null, roles });

it('gives authors and admins access to how the lessons do, and nobody else', () => {
  expect([grantAuthor(person(['author'])), grantAuthor(person(['admin']))]).toEqual([{ authorId: 'p' }, { authorId: 'p' }]);
  for (const stranger of [person([]), person(['instructor']), person(['author'], true)]) expect(grantAuthor(stranger)).toBeNull();
});

it('lets authors and admins see how checks behave, and nobody else', () => {
  expect([canAuthor(person(['author'])), canAuthor(person(['admin']))]).toEqual([true, true]);
  expect([canAuthor(person(['instructor'])), canAuthor(person([])), canAuthor(person(['author'], true))]).toEqual([false, false, false]);
});

it('lets admins manage people, and nobody else', () => {
  expect(canManagePeople(person(['admin']))).toBe(true);
  expect(canManagePeople(person(['instructor', 'author']))).toBe(false);
  expect(canManagePeople(person(['admin'], true))).toBe(false);
});

it('lets instructors teach; an admin is not one by that alone', () => {
  expect(canTeach(person(['instructor']))).toBe(true);
  expect(canTeach(person(['admin']))).toBe(false);
  expect(canTeach(person(['instructor'], true))).toBe(false);
});

it('keeps the last admin', () => {
  expect(canBecome({ before: ['admin'], after: [], adminCount: 1 })).toBe(false);
  expect(canBecome({ before: ['admin'], after: [], adminCount: 2 })).toBe(true);
  expect(canBecome({ before: ['admin'], after: ['admin', 'author'], adminCount: 1 })).toBe(true);
  expect(canBecome({ before: [], after: ['instructor'], adminCount: 1 })).toBe(true);
});
