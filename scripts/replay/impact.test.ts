import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { surveyExercises } from '../../lib/content/answer-key';
import { changesBetween, formatImpact } from './impact';
import type { ExerciseReplay } from './replay-exercise';

const { keys } = await surveyExercises({ root: fileURLToPath(new URL('../../lib/content/internal/fixtures/content', import.meta.url)) });

test('an exercise counts as changed by its hash, as new or gone by its id', () => {
  const after = keys.map((key, index) => (index === 0 ? { ...key, exercise: { ...key.exercise, contentHash: 'another' } } : { ...key, exercise: { ...key.exercise, id: 'renamed' } }));
  const { changed, added, removed } = changesBetween(keys, after);
  expect(changed.map(({ exercise }) => exercise.id)).toEqual([keys[0]?.exercise.id]);
  expect([added, removed]).toEqual([['renamed'], [keys[1]?.exercise.id]]);
  expect(changesBetween(keys, keys)).toEqual({ changed: [], added: [], removed: [] });
});

const replayed: ExerciseReplay = {
  exerciseId: 'tea-brew', contentHash: 'h', limit: 500, allPrograms: 12, allSubmissions: 20, deterministic: true, recorded: null, programs: 10, verdicts: 15, programsFlipped: 2, flipped: 3, otherChecks: 1,
  directions: [{ from: 'passed', to: 'failed', programs: 2, submissions: 3, learners: 2, examples: [{ submissionId: 'sub-1', first: { what: 'check "It is hot"', before: 'passed', after: 'failed' }, message: 'Anna wrote: cold tea' }] }],
};

test('the summary holds numbers and checks, and nothing of any learner', () => {
  const text = formatImpact({ since: 'origin/main', changed: [replayed], added: ['tea-pour'], removed: [] });
  expect(text).toContain('| `tea-brew` | 10 of 12 | 3 of 15 | 1 |');
  expect(text).toContain('- **passed → failed**: 2 programs of 2 learners; first differs: check "It is hot"');
  expect(text).toContain('New, so nobody handed in anything yet: `tea-pour`.');
  expect(text).not.toMatch(/Anna|sub-1/);
});

test('a change without any effect says so', () => expect(formatImpact({ since: 'main', changed: [], added: [], removed: [] })).toContain('No exercise is judged otherwise than at `main`.'));
