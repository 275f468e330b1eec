import { expect, test } from 'vitest';
import { type Ask, readWanted } from './options';

const nobody: Ask = async () => null;
const wanted = (args: string[], ask = nobody) => readWanted({ args, ask, folder: '/site' });

test('flags say everything', async () => {
  expect(await wanted(['lesson', 'tea', 'green-tea', '--title', 'Green tea', '--module', 'leaves', '--id', 'tea-green'])).toEqual({ what: 'lesson', course: 'tea', lesson: 'green-tea', title: 'Green tea', module: 'leaves', id: 'tea-green', content: '/site/content' });
  expect(await wanted(['exercise', 'tea', 'green-tea', 'brew', '--kind', 'challenge', '--content', 'other'])).toMatchObject({ what: 'exercise', exercise: 'brew', kind: 'challenge', content: '/site/other' });
  expect(await wanted(['course', 'tea'])).toMatchObject({ what: 'course', course: 'tea', lesson: 'first-lesson' });
});

test('what is left out is asked for', async () => {
  const answers = ['tea', 'green-tea', 'Green tea'];
  const asked: string[] = [];
  const ask: Ask = async (question) => {
    asked.push(question);
    return answers.shift() ?? null;
  };
  expect(await wanted(['lesson'], ask)).toMatchObject({ course: 'tea', lesson: 'green-tea', title: 'Green tea' });
  expect(asked).toEqual([expect.stringContaining('The course'), expect.stringContaining('The name of the lesson'), expect.stringContaining('Its title')]);
});

test.each([
  [['lesson'], 'The course is missing'],
  [['lesson', 'tea', 'Green Tea!'], 'write lower-case words joined by hyphens, such as green-tea'],
  [['lesson', 'tea', 'a', 'b'], '"b" is one too many'],
  [['exercise', 'tea', 'a', 'b', '--kind', 'quiz'], '--kind is fill-in or challenge'],
  [['poem'], 'usage:'],
  [['lesson', '--titel', 'x'], "Unknown option '--titel'"],
])('%j is refused', async (args, words) => {
  await expect(wanted(args)).rejects.toThrow(words);
});
