import type { ExerciseAgreement, GradingFigures, Period, Spread } from './schema';

/** How many results are read at most, about, to say how long grading takes: enough for a steady 95th percentile. */
export const SAMPLE = 2000;

/** One result in so many is read, so that about SAMPLE are. */
export const strideFor = (graded: number): number => Math.max(1, Math.ceil(graded / SAMPLE));

/** How many verdicts were given. */
export const totalOf = ({ graded }: Pick<Period, 'graded'>): number => Object.values(graded).reduce((sum, count) => sum + count, 0);

/** How long something took, for people: `8 ms`, `0.24 s`, `3.5 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 99.5) return `${Math.round(ms)} ms`;
  if (ms < 995) return `${(ms / 1000).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

const grouped = new Intl.NumberFormat('en-US');
/** A number of things, for people: `28,570`. */
export const count = (number: number): string => grouped.format(number);

/** The longest p95 of several, as the end of a common scale in ms; never 0. */
export const scaleOf = (spreads: Spread[]): number => Math.max(1, ...spreads.map(({ p95 }) => p95));

/** What a teacher wants to know first, as one sentence. */
export function waitInWords({ phases }: Period, when: string): string | null {
  const { total } = phases;
  if (!total) return null;
  if (total.n === 1) return `${when}, one program was graded; its verdict came after ${duration(total.p50)}.`;
  return `${when}, half of the verdicts came within ${duration(total.p50)}, and 95 of 100 within ${duration(total.p95)}.`;
}

/** After so long a wait, people are told that grading is behind. */
const BEHIND_SECONDS = 30;

/** The state of grading in one word. `unknown`: the figures cannot be read. */
export function stateOf(figures: Pick<GradingFigures, 'workers' | 'waiting' | 'oldestWaitingSeconds'> | null): 'open' | 'behind' | 'paused' | 'unknown' {
  if (!figures) return 'unknown';
  if (figures.workers === 0) return 'paused';
  return figures.waiting > 0 && figures.oldestWaitingSeconds > BEHIND_SECONDS ? 'behind' : 'open';
}

/** How well browser and grader agree, in one sentence; null before there is anything to say. */
export function agreementInWords(exercises: Pick<ExerciseAgreement, 'compared' | 'disagreed'>[]): string | null {
  const compared = exercises.reduce((sum, exercise) => sum + exercise.compared, 0);
  const disagreed = exercises.reduce((sum, exercise) => sum + exercise.disagreed, 0);
  if (compared === 0) return null;
  const submissions = compared === 1 ? 'one submission' : `${count(compared)} submissions`;
  if (disagreed === 0) return `The visible checks ran in the browser and by the grader for ${submissions}, and said the same.`;
  return `The visible checks ran in the browser and by the grader for ${submissions}, and said otherwise of ${disagreed === 1 ? 'one' : count(disagreed)}.`;
}

/** Rows, newest first, put together by exercise; the exercise with the newest comes first. */
export function byExercise<Row extends { exerciseId: string }>(rows: Row[]): { exerciseId: string; latest: Row[] }[] {
  return [...new Set(rows.map(({ exerciseId }) => exerciseId))].map((exerciseId) => ({ exerciseId, latest: rows.filter((row) => row.exerciseId === exerciseId) }));
}
