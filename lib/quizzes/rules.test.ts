import { describe, expect, it } from 'vitest';
import { carryOver, mark, requireComplete } from './rules';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const questions = ['one', 'two', 'three', 'four', 'five'].map((id) => ({ id, answer: 'b', options }));
const all = (option: string) => Object.fromEntries(questions.map(({ id }) => [id, option]));

describe('mark', () => {
  it('counts right answers and passes from 80 %', () => {
    expect(mark({ questions, answers: { ...all('b'), one: 'a' } })).toMatchObject({ score: 4, total: 5, passed: true });
    expect(mark({ questions, answers: { ...all('b'), one: 'a', two: 'a' } })).toMatchObject({ score: 3, passed: false });
  });

  it('takes a missing answer as wrong', () => {
    expect(mark({ questions, answers: {} })).toMatchObject({ score: 0, correct: { one: false } });
  });
});

describe('carryOver', () => {
  it('keeps right answers whatever the retry says, and takes new ones for the rest', () => {
    const before = { ...all('a'), one: 'b' };
    expect(carryOver({ questions, before, now: { one: 'c', two: 'b' } })).toEqual({ ...all('a'), one: 'b', two: 'b' });
  });
});

describe('requireComplete', () => {
  it('names the questions without an answer', () => {
    expect(() => requireComplete({ questions, answers: { ...all('a'), two: '', four: '' } })).toThrow('Questions 2, 4 not answered yet');
  });

  it('refuses an option the question does not have', () => {
    expect(() => requireComplete({ questions, answers: { ...all('a'), three: 'z' } })).toThrow('The answer to question 3 is not one of its options');
  });

  it('drops answers to questions there are not', () => {
    expect(requireComplete({ questions, answers: { ...all('a'), ghost: 'a' } })).toEqual(all('a'));
  });
});
