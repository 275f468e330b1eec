import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { surveyExercises } from '../../lib/content/answer-key';
import type { Mutant } from './mutants';
import { percent, scoreOf, type TriedMutant } from './mutation-score';

const { keys } = await surveyExercises({ root: fileURLToPath(new URL('../../lib/content/internal/fixtures/content', import.meta.url)) });
const key = keys.find((one) => one.exercise.name === 'say-hello');
if (!key) throw new Error('the fixture has no exercise say-hello');

const line = 8;
const mutantTo = (text: string): Mutant => ({ kind: 'constant', first: line, last: line, lines: [`    return "${text}"`] });
const tried = (killed: number, alive: number): TriedMutant[] => [
  ...Array.from({ length: killed }, (_, index) => ({ mutant: mutantTo(`k${index}`), fate: 'killed' as const })),
  ...Array.from({ length: alive }, (_, index) => ({ mutant: mutantTo(`a${index}`), fate: 'alive' as const })),
];
const score = (some: TriedMutant[], waived: { line: string; becomes: string; reason: string }[] = [], all = some.map(({ mutant }) => mutant)) =>
  scoreOf({ folder: 'exercises/say-hello', key: { ...key, waived }, all, tried: some });
const waiver = (text: string) => ({ line: 'return "hello"', becomes: `return "${text}"`, reason: 'Nobody sees it.' });

test('nine of ten is enough, and what survives is shown all the same', () => {
  const { faults, survivors, ...rest } = score(tried(9, 1));
  expect(rest).toMatchObject({ mutants: 10, killed: 9, waived: 0, score: 0.9 });
  expect(faults).toEqual([]);
  expect(survivors).toEqual([{ line, kind: 'constant', change: { line: 'return "hello"', becomes: 'return "a0"' }, diff: ['-     return "hello"', '+     return "a0"'] }]);
});

test('fewer are too few', () => expect(score(tried(8, 1)).faults).toEqual([expect.stringContaining('1 of 9 mutants survive, so 88 % are killed; 90 % are wanted')]));

test('a waived mutant counts neither way', () => {
  expect(score(tried(8, 1), [waiver('a0')])).toMatchObject({ mutants: 9, killed: 8, waived: 1, score: 1, survivors: [], faults: [] });
  expect(score(tried(0, 1), [waiver('a0')])).toMatchObject({ score: 1, faults: [] });
});

test('a waiver that is not needed is a fault', () => {
  expect(score(tried(9, 0), [waiver('k0')]).faults).toEqual([expect.stringContaining('which is noticed by the checks: take it out of exercises/say-hello/exercise.yaml')]);
  expect(score(tried(9, 0), [waiver('other')]).faults).toEqual([expect.stringContaining('which is no mutant of the solution')]);
});

test('checks that break on a mutant are the author\'s fault', () => {
  const broke: TriedMutant = { mutant: mutantTo('b'), fate: 'broke', why: 'checks.py, line 7: TypeError' };
  expect(score([...tried(20, 0), broke])).toMatchObject({ killed: 20, mutants: 21, faults: [expect.stringContaining('broke on a mutant: checks.py, line 7: TypeError\n    -     return "hello"')] });
});

test('percent is rounded down', () => expect([0.9, 0.8999, 1, 29 / 38].map(percent)).toEqual(['90 %', '89 %', '100 %', '76 %']));
