import type { AdviceDifference, Verdict } from '@/lib/grading/schema';

/** What grading one submission consists of, in order (`phases` of lib/grading/schema.ts), and the whole as its learner waited for it. */
export const PHASES = ['queue', 'claim', 'fork', 'load', 'checks', 'store', 'total'] as const;
export type Phase = (typeof PHASES)[number];

/** How long something took, in ms: half took at most `p50`, 95 of 100 at most `p95`. `n`: of how many that is said. */
export type Spread = { p50: number; p95: number; n: number };

/** What was graded up to now, since an hour or a day ago. */
export type Period = {
  graded: Record<Verdict, number>;
  /** of those, how many took over the verdict of the same work; none of their times are in `phases` */
  reused: number;
  /** submissions whose advice in the browser was compared with their verdict, and of how many the two differ */
  advice: { compared: number; disagreed: number };
  /** a phase that nothing went through is left out */
  phases: Partial<Record<Phase, Spread>>;
};

/** How grading is doing, without anything personal. */
export type GradingFigures = {
  at: Date;
  /** workers of the queue that said in the last seconds that they live, in all processes; each slot of a sandbox has several */
  workers: number;
  waiting: number;
  oldestWaitingSeconds: number;
  hour: Period;
  day: Period;
};

/** What the status page shows. `figures` is null while they cannot be read; `engine` while this process runs no programs. */
export type Status = { figures: GradingFigures | null; engine: string | null };

/** How often browser and grader said the same of an exercise; `title` is null when it has left the courses. */
export type ExerciseAgreement = { exerciseId: string; title: string | null; compared: number; disagreed: number };
/** One submission of which they said otherwise. */
export type Disagreement = { submissionId: string; contentHash: string; compared: number; differences: AdviceDifference[]; seeds: { browser: number; grader: number }; versions: Record<string, string>; imageHash: string; createdAt: Date };
/** What authors are shown. `disagreements`: the latest, newest first, by exercise. */
export type Agreement = { exercises: ExerciseAgreement[]; disagreements: { exerciseId: string; title: string | null; latest: Disagreement[] }[] };
