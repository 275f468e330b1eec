import { describe, expect, it, test } from 'vitest';
import type { LessonPlace } from '@/lib/content/schema';
import { byNeed, checkFigures, choicesAt, discrimination, ENOUGH, funnelOf, needsInWords, percent, placeState, questionFigures, shareWhoWentOn } from './rules';
import { type FirstAttempt, type Needs, type Path, reportForm, type Step } from './schema';

const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const QUESTIONS = ['one', 'two', 'three'].map((id) => ({ id, answer: 'a', options: OPTIONS }));
/** attempts given as the options chosen for each question, so many times */
const attempts = (...groups: [times: number, chosen: string][]): FirstAttempt[] =>
  groups.flatMap(([times, chosen]) => Array.from({ length: times }, () => ({ contentHash: 'h', answers: Object.fromEntries(QUESTIONS.map(({ id }, index) => [id, chosen[index] ?? ''])) })));
const figuresOf = (given: FirstAttempt[], id = 'one') => questionFigures({ questions: QUESTIONS, attempts: given }).find((one) => one.id === id);

describe('discrimination', () => {
  it('is the correlation of being right with the rest of the score', () => {
    // worked by hand: scores 3, 2 (right), 1, 2 (wrong); M1 2.5, M0 1.5, s √0.5, p = q = ½
    const answers = [{ right: true, rest: 3 }, { right: true, rest: 2 }, { right: false, rest: 1 }, { right: false, rest: 2 }];
    expect(discrimination(answers)).toBeCloseTo(1 / Math.sqrt(2), 10);
    expect(discrimination(answers.map((one) => ({ ...one, right: !one.right })))).toBeCloseTo(-1 / Math.sqrt(2), 10);
  });

  it('agrees with the product-moment correlation of the same numbers', () => {
    const answers = [5, 9, 3, 7, 8, 2, 6, 6, 1, 9].map((rest, index) => ({ rest, right: index % 3 === 0 }));
    const [x, y] = [answers.map(({ right }) => Number(right)), answers.map(({ rest }) => rest)];
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const covariance = (a: number[], b: number[]) => mean(a.map((value, index) => (value - mean(a)) * ((b[index] ?? 0) - mean(b))));
    expect(discrimination(answers)).toBeCloseTo(covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y)), 10);
  });

  it('cannot be told when everybody is right, or all do equally well', () => {
    expect(discrimination([{ right: true, rest: 1 }, { right: true, rest: 2 }])).toBeNull();
    expect(discrimination([{ right: true, rest: 1 }, { right: false, rest: 1 }])).toBeNull();
    expect(discrimination([])).toBeNull();
  });
});

describe('a question', () => {
  it('has its share of right answers and the wrong option that most choose', () => {
    expect(figuresOf(attempts([12, 'aaa'], [5, 'baa'], [3, 'caa']))).toMatchObject({ answers: 20, right: 12, facility: 0.6, topWrong: { id: 'b', chosen: 5 }, enough: true, flags: [] });
  });

  it('misleads when a wrong option is chosen more often than the answer', () => {
    expect(figuresOf(attempts([8, 'aaa'], [12, 'caa']))?.flags).toEqual(['wrong-wins']);
  });

  it('misleads when those who do well elsewhere get it wrong', () => {
    const figures = figuresOf(attempts([10, 'baa'], [15, 'abb']));
    expect(figures).toMatchObject({ facility: 0.6, discrimination: expect.closeTo(-1, 10), flags: ['backwards'] });
  });

  it('is told to be guessed when no more are right than by chance', () => {
    expect(figuresOf(attempts([5, 'aaa'], [5, 'baa'], [5, 'caa'], [5, 'daa']))?.flags).toEqual(['guessed']);
  });

  it('is told nothing of with too few answers', () => {
    expect(figuresOf(attempts([ENOUGH - 1, 'caa']))).toMatchObject({ answers: 19, enough: false, flags: [] });
    expect(figuresOf([])).toMatchObject({ answers: 0, facility: null, discrimination: null, topWrong: null, flags: [] });
  });

  it('leaves out answers that are no options any more', () => {
    expect(figuresOf(attempts([20, 'aaa'], [7, 'zaa']))).toMatchObject({ answers: 20, right: 20, topWrong: null });
  });
});

test('checks that nobody fails or nobody passes are told from twenty people on', () => {
  const counts = [{ name: 'easy', learners: 20, failed: 0, passed: 20 }, { name: 'broken', learners: 20, failed: 20, passed: 0 }, { name: 'few', learners: 19, failed: 0, passed: 19 }, { name: 'gone', learners: 30, failed: 1, passed: 29 }];
  const figures = checkFigures({ names: ['easy', 'broken', 'few', 'new'], counts });
  expect(figures.map(({ name, flag, enough }) => [name, flag, enough])).toEqual([['easy', 'nobody-fails', true], ['broken', 'nobody-passes', true], ['few', null, false], ['new', null, false]]);
});

describe('the way through a lesson', () => {
  const steps: Step[] = [{ id: '', kind: 'open', label: 'Opened' }, { id: 'e1', kind: 'exercise', label: 'E1' }, { id: 'e2', kind: 'challenge', label: 'E2' }, { id: 'next', kind: 'next', label: 'Next' }];
  const path = (people: number, tried: string[], wentOn = false): Path => ({ people, tried, passed: tried.slice(0, 1), wentOn });

  it('counts how far people get, also those who skip something', () => {
    const funnel = funnelOf({ steps, paths: [path(10, []), path(6, ['e1']), path(3, ['e2'], true), path(5, ['e1', 'e2'], true)] });
    expect(funnel.steps.map(({ reached, tried, passed }) => [reached, tried, passed])).toEqual([[24, 24, 0], [14, 11, 11], [8, 8, 3], [8, 8, 0]]);
    expect(funnel.stop).toMatchObject({ step: { id: 'e1' }, lost: 10, of: 24 });
    expect(shareWhoWentOn(funnel)).toBeCloseTo(8 / 24);
  });

  it('names no place to stop when too few came, or nobody stops', () => {
    expect(funnelOf({ steps, paths: [path(19, [])] })).toMatchObject({ visitors: 19, enough: false, stop: null });
    expect(funnelOf({ steps, paths: [path(30, ['e1', 'e2'], true)] }).stop).toBeNull();
    expect(shareWhoWentOn(funnelOf({ steps: steps.slice(0, 3), paths: [] }))).toBeNull();
  });
});

test('lessons that need attention come first, equal ones in the order of the course', () => {
  const none: Needs = { openReports: 0, misleading: 0, nobodyPasses: 0, nobodyFails: 0, unexplained: 0 };
  const line = (id: string, needs: Partial<Needs>, lost = 0) => ({ id, needs: { ...none, ...needs }, funnel: funnelOf({ steps: [{ id: '', kind: 'open' as const, label: '' }, { id: 'e', kind: 'quiz' as const, label: '' }], paths: [{ people: lost, tried: [], passed: [], wentOn: false }, { people: 100 - lost, tried: ['e'], passed: [], wentOn: false }] }) });
  const lines = [line('calm', {}), line('calm too', {}), line('unexplained', { unexplained: 400 }), line('report', { openReports: 1 }), line('broken', { nobodyPasses: 1, misleading: 1 }), line('left', {}, 60)];
  expect(byNeed(lines).map(({ id }) => id)).toEqual(['broken', 'unexplained', 'left', 'report', 'calm', 'calm too']);
  expect(needsInWords({ openReports: 2, misleading: 1, nobodyPasses: 0, nobodyFails: 1, unexplained: 5 })).toEqual(['2 open reports', '1 question misleads', '5 learners with unexplained failures', '1 check nobody fails']);
  expect(needsInWords(none)).toEqual([]);
});

describe('places', () => {
  const place = (anchor: string, kind: LessonPlace['kind'], within: string | null = null): LessonPlace => ({ anchor, kind, text: `text of ${anchor}`, within });
  const places = [place('p-0', 'paragraph'), place('send', 'section'), place('p-1', 'paragraph', 'send'), place('how', 'section', 'send'), place('p-2', 'paragraph', 'how'), place('exercise-x', 'exercise', 'how'), place('p-3', 'paragraph', 'exercise-x'), place('quiz', 'section'), place('question-q', 'question', 'quiz')];
  const choices = (anchor: string | null) => choicesAt({ places, at: places.find((one) => one.anchor === anchor) ?? null }).map((one) => one.anchor);

  it('of a section are all in it, of an exercise its paragraphs, of the lesson its sections, of a paragraph none', () => {
    expect(choices('send')).toEqual(['p-1', 'how', 'p-2', 'exercise-x', 'p-3']);
    expect(choices('exercise-x')).toEqual(['p-3']);
    expect(choices(null)).toEqual(['send', 'quiz']);
    expect(choices('p-1')).toEqual([]);
  });

  it('are the same, changed elsewhere, or gone', () => {
    const report = { anchor: 'p-1', quote: 'text of p-1', contentHash: 'then' };
    expect(placeState({ report, contentHash: 'then', places })).toBe('same');
    expect(placeState({ report, contentHash: 'now', places })).toBe('elsewhere');
    expect(placeState({ report: { ...report, quote: 'another' }, contentHash: 'now', places })).toBe('gone');
    expect(placeState({ report: { ...report, anchor: 'p-9' }, contentHash: 'now', places })).toBe('gone');
    expect(placeState({ report: { ...report, anchor: '' }, contentHash: 'now', places })).toBe('elsewhere');
  });
});

test('a report needs words unless it is a slip of the pen, and no more than a thousand letters', () => {
  const form = { course: 'flask', lesson: 'cookies', at: 'p-1' };
  expect(reportForm.safeParse({ ...form, kind: 'typo', text: '' }).success).toBe(true);
  expect(reportForm.safeParse({ ...form, kind: 'wrong', text: '  ' }).error?.issues[0]).toMatchObject({ path: ['text'], message: 'Say in a few words what is wrong.' });
  expect(reportForm.safeParse({ ...form, kind: 'wrong', text: 'x'.repeat(1001) }).success).toBe(false);
  expect(reportForm.safeParse({ ...form, kind: 'wrong', text: 'a\0b' }).success).toBe(false);
  expect(reportForm.safeParse({ ...form, kind: 'praise', text: 'Lovely' }).error?.issues[0]).toMatchObject({ path: ['kind'], message: 'Choose what kind of thing it is.' });
});

test('shares never round up to all nor down to none', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0 %', '1 %', '50 %', '99 %', '100 %']);
});
