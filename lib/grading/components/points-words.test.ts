import { expect, it } from 'vitest';
import { pointsInWords, weightInWords } from './points-words';

const checks = (...pairs: [number, 'passed' | 'failed' | 'not-run'][]) => pairs.map(([points, status]) => ({ points, status }));

it('tells points only where checks count different ones', () => {
  expect(pointsInWords(checks([2, 'passed'], [1, 'passed'], [2, 'failed']))).toBe('3 of 5 points');
  expect(pointsInWords(checks([0, 'passed'], [1, 'not-run']))).toBe('0 of 1 point');
  expect(pointsInWords(checks([1, 'passed'], [1, 'failed']))).toBeNull();
  expect(pointsInWords([])).toBeNull();
});

it('says what one check counts', () => {
  expect([0, 1, 3].map(weightInWords)).toEqual(['must pass', '1 point', '3 points']);
});
