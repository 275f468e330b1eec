import type { LessonPlace } from '@/lib/content/schema';
import type { CheckCount, CheckFigures, FirstAttempt, Funnel, FunnelStep, LessonLine, Needs, Path, QuestionFigures, QuestionFlag, Report, ReportView, Step } from './schema';

/** Fewer people than this say little of a question, a check or a lesson: one more would turn the figures around. */
export const ENOUGH = 20;

type Question = { id: string; answer: string; options: { id: string }[] };

/**
 * How a question does among people who answered it for the first time.
 * @param questions all of the quiz: the others tell who does well
 */
export function questionFigures({ questions, attempts }: { questions: Question[]; attempts: FirstAttempt[] }): QuestionFigures[] {
  const isRight = (question: Question, { answers }: FirstAttempt) => answers[question.id] === question.answer;
  const scores = attempts.map((attempt) => questions.filter((question) => isRight(question, attempt)).length);
  return questions.map((question) => {
    const answered = attempts.flatMap((attempt, index) => {
      const chosen = attempt.answers[question.id];
      const right = isRight(question, attempt);
      return question.options.some(({ id }) => id === chosen) ? [{ chosen, right, rest: (scores[index] ?? 0) - (right ? 1 : 0) }] : [];
    });
    const right = answered.filter((one) => one.right).length;
    const topWrong = question.options
      .filter(({ id }) => id !== question.answer)
      .map(({ id }) => ({ id, chosen: answered.filter(({ chosen }) => chosen === id).length }))
      .reduce<QuestionFigures['topWrong']>((top, one) => (one.chosen > (top?.chosen ?? 0) ? one : top), null);
    const figures = { id: question.id, answers: answered.length, right, facility: answered.length ? right / answered.length : null, discrimination: discrimination(answered), topWrong };
    const enough = answered.length >= ENOUGH;
    return { ...figures, enough, flags: enough ? flagsOf({ ...figures, options: question.options.length }) : [] };
  });
}

/** one-sided, 5 in 100 */
const Z = 1.645;

function flagsOf({ answers, right, discrimination: r, topWrong, options }: Pick<QuestionFigures, 'answers' | 'right' | 'discrimination' | 'topWrong'> & { options: number }): QuestionFlag[] {
  const flags: QuestionFlag[] = [];
  if (topWrong && topWrong.chosen > right) flags.push('wrong-wins');
  // the standard error of a correlation that is 0 is about 1 / √(n - 1): less than Z of them below 0 is chance
  if (r !== null && r < -Z / Math.sqrt(answers - 1)) flags.push('backwards');
  if (right / answers <= 1 / options && !flags.includes('wrong-wins')) flags.push('guessed');
  return flags;
}

/**
 * How well a question tells those who know from those who do not: the point-biserial correlation between answering it
 * right and the score in the other questions, r = (M₁ - M₀) / s · √(pq), with M₁ and M₀ the mean scores of those who were
 * right and wrong, s the standard deviation of all scores and p, q the shares of both. From -1 to 1; 0.2 and more is usual
 * for a good question, below 0 the good ones get it wrong. The question's own point is left out of the score, which would
 * lift r otherwise. Lord and Novick, Statistical Theories of Mental Test Scores (1968), chapter 15; the correction:
 * Henrysson, Psychometrika 28 (1963), 211-218.
 * @returns null when everybody, or nobody, is right, or all scores are the same
 */
export function discrimination(answers: { right: boolean; rest: number }[]): number | null {
  const mean = (some: typeof answers) => some.reduce((sum, { rest }) => sum + rest, 0) / some.length;
  const [right, wrong] = [answers.filter((one) => one.right), answers.filter((one) => !one.right)];
  if (right.length === 0 || wrong.length === 0) return null;
  const all = mean(answers);
  const deviation = Math.sqrt(answers.reduce((sum, { rest }) => sum + (rest - all) ** 2, 0) / answers.length);
  if (deviation === 0) return null;
  return ((mean(right) - mean(wrong)) / deviation) * Math.sqrt((right.length * wrong.length) / answers.length ** 2);
}

/**
 * How a check does, by people: one who hands in fifty times counts once.
 * @param names the checks the exercise has now, in order; others are left out
 */
export function checkFigures({ names, counts }: { names: string[]; counts: CheckCount[] }): CheckFigures[] {
  return names.map((name) => {
    const count = counts.find((one) => one.name === name) ?? { name, learners: 0, failed: 0, passed: 0 };
    const enough = count.learners >= ENOUGH;
    return { ...count, enough, flag: !enough ? null : count.failed === 0 ? 'nobody-fails' : count.passed === 0 ? 'nobody-passes' : null };
  });
}

/** How far people get. Whoever skips an activity and does a later one got that far: only the end of their way is a stop. */
export function funnelOf({ steps, paths }: { steps: Step[]; paths: Path[] }): Funnel {
  const did = (step: Step, path: Path) => step.kind === 'open' || (step.kind === 'next' ? path.wentOn : path.tried.includes(step.id));
  const count = (test: (path: Path) => boolean) => paths.filter(test).reduce((sum, { people }) => sum + people, 0);
  const filled = steps.map((step, index): FunnelStep => ({
    ...step,
    reached: count((path) => steps.slice(index).some((later) => did(later, path))),
    tried: count((path) => did(step, path)),
    passed: count((path) => path.passed.includes(step.id)),
  }));
  const visitors = count(() => true);
  const enough = visitors >= ENOUGH;
  return { visitors, enough, steps: filled, stop: enough ? biggestLoss(filled) : null };
}

function biggestLoss(steps: FunnelStep[]): Funnel['stop'] {
  return steps.reduce<Funnel['stop']>((worst, step, index) => {
    const of = steps[index - 1]?.reached ?? step.reached;
    const lost = of - step.reached;
    return lost > (worst?.lost ?? 0) ? { step, lost, of } : worst;
  }, null);
}

/** The share of a lesson's visitors who opened the next one; null where there is none, or nobody came. */
export function shareWhoWentOn({ steps, visitors }: Funnel): number | null {
  const next = steps.find(({ kind }) => kind === 'next');
  return next && visitors > 0 ? next.tried / visitors : null;
}

/** What each thing weighs. A report is somebody waiting for an answer; a check that nobody fails does no harm. */
const WEIGHTS: Record<keyof Needs, number> = { openReports: 3, nobodyPasses: 4, misleading: 3, unexplained: 0.5, nobodyFails: 1 };
/** of losing everybody at one step: as bad as two questions that mislead */
const LOSS_WEIGHT = 6;
/** people with unexplained failures that count; a busy exercise must not hide all others */
const MOST_UNEXPLAINED = 10;

/** Lessons that need attention first; equal ones stay in the order of the course. */
export function byNeed<Line extends Pick<LessonLine, 'needs' | 'funnel'>>(lines: Line[]): Line[] {
  return lines.toSorted((a, b) => weigh(b) - weigh(a));
}

function weigh({ needs, funnel: { stop } }: Pick<LessonLine, 'needs' | 'funnel'>): number {
  const counted = { ...needs, unexplained: Math.min(needs.unexplained, MOST_UNEXPLAINED) };
  const keys = Object.keys(WEIGHTS) as (keyof Needs)[];
  return keys.reduce((sum, key) => sum + WEIGHTS[key] * counted[key], stop ? (LOSS_WEIGHT * stop.lost) / stop.of : 0);
}

/** The same in words, what weighs most first; empty when nothing needs attention. */
export function needsInWords({ openReports, misleading, nobodyPasses, nobodyFails, unexplained }: Needs): string[] {
  const said = (count: number, one: string, many: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]);
  return [
    ...said(openReports, 'open report', 'open reports'),
    ...said(nobodyPasses, 'check nobody passes', 'checks nobody passes'),
    ...said(misleading, 'question misleads', 'questions mislead'),
    ...said(unexplained, 'learner with an unexplained failure', 'learners with unexplained failures'),
    ...said(nobodyFails, 'check nobody fails', 'checks nobody fails'),
  ];
}

/** What may be chosen more exactly than `at`: of a heading or exercise what is in it, of the lesson its sections. */
export function choicesAt({ places, at }: { places: LessonPlace[]; at: LessonPlace | null }): LessonPlace[] {
  if (!at) return places.filter(({ kind, within }) => kind === 'section' && within === null);
  const inside = (place: LessonPlace): boolean => place.within === at.anchor || places.some((outer) => outer.anchor === place.within && outer !== place && inside(outer));
  return at.kind === 'section' || at.kind === 'exercise' ? places.filter(inside) : [];
}

/** What became of a report's place since. A paragraph's anchor says what it says, so it is there or it is another one. */
export function placeState({ report, contentHash, places }: { report: Pick<Report, 'anchor' | 'quote' | 'contentHash'>; contentHash: string; places: LessonPlace[] }): ReportView['state'] {
  if (report.contentHash === contentHash) return 'same';
  const place = places.find(({ anchor }) => anchor === report.anchor);
  return report.anchor === '' || place?.text === report.quote ? 'elsewhere' : 'gone';
}

/** A share as whole per cent that never rounds up to 100 nor down to 0. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return `${share >= 1 || share <= 0 ? whole : Math.min(99, Math.max(1, whole))} %`;
}
