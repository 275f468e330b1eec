import { expect, it } from 'vitest';
import { describeDone } from './rules';

it('says what was done, and nothing for words it does not know', () => {
  expect(describeDone('deleted')).toContain('deleted');
  expect(describeDone('password')).toContain('signed in');
  expect(describeDone('signed-out')).toContain('signed out');
  expect(describeDone('guest-deleted')).toContain('deleted');
  expect(describeDone('moved')).toContain('in your account now');
  for (const other of [undefined, 'x', ['deleted', 'deleted']]) expect(describeDone(other)).toBeNull();
});
