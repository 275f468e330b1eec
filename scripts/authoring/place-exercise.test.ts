import { expect, test } from 'vitest';
import { withExercise } from './place-exercise';

test.each([
  ['before the common mistakes', 'Text.\n\n## Common mistakes\n\n<Mistake id="a">\n', 'Text.\n\n<Exercise name="x" />\n\n## Common mistakes\n\n<Mistake id="a">\n'],
  ['before the quiz, when nothing else ends the lesson', 'Text.\n\n## Quiz\n', 'Text.\n\n<Exercise name="x" />\n\n## Quiz\n'],
  ['at the end, when nothing does', 'Text.\n', 'Text.\n\n<Exercise name="x" />\n'],
])('an exercise is placed %s', (_where, text, expected) => expect(withExercise({ text, name: 'x' })).toBe(expected));
