import { expect, it } from 'vitest';
import { displayName, formatJoinCode, joinNames, parseJoinCode } from './rules';

it('reads a join code however it was typed', () => {
  for (const text of ['ACDEFGHJ', 'acde-fghj', ' acde fghj ', 'A.C.D.E.F.G.H.J']) expect(parseJoinCode(text)).toBe('ACDEFGHJ');
});

it('reads nothing from what cannot be a code', () => {
  for (const text of ['', 'ACDE', 'ACDEFGHJK', 'ACDEFGH0', 'ACDEFGHI', 'ÄÄÄÄÄÄÄÄ']) expect(parseJoinCode(text)).toBeNull();
});

it('shows codes in two halves', () => expect(formatJoinCode('ACDEFGHJ')).toBe('ACDE-FGHJ'));

it('names people', () => {
  expect(displayName({ name: 'Ada', email: 'a@b.c' })).toBe('Ada');
  expect(displayName({ name: null, email: 'grace@b.c' })).toBe('grace');
  expect(displayName({ name: null })).toBe('Unnamed learner');
  expect(joinNames(['Ada', 'Grace', 'Alan'])).toBe('Ada, Grace, and Alan');
});
