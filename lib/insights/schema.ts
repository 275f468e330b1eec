import type { GradingResult, Receipt, RegradingView, ResultView, Verdict } from '@/lib/grading/schema';

/** One thing to do in a course. */
export type Activity = { id: string; kind: 'exercise' | 'challenge' | 'quiz'; title: string };
/** A lesson as a column of the table. */
export type LessonColumn = { id: string; title: string; href: string; activities: Activity[] };

/** What the database says of one learner and one activity. */
export type Outcome = { learnerId: string; activityId: string; attempts: number; bestScore: number; passedAt: Date | null; lastAt: Date };
/** What it says of one learner in the whole course. */
export type LearnerTotal = { userId: string; name: string; passed: number; lastActive: Date | null };

export type Cell = { passed: number; total: number; begun: boolean };
export type LearnerRow = LearnerTotal & { cells: Cell[]; stuckOn: { title: string; attempts: number } | null };
export type SortKey = 'name' | 'progress' | 'active';

/** A learner's outcome in one activity, with how often they handed something in. */
export type ActivityLine = Activity & { outcome: Outcome | null; submissions: number };
export type LessonLines = { id: string; title: string; href: string; lines: ActivityLine[] };

/** A line of a learner's latest submissions; without a title when its exercise is not in the course any more. */
export type LatestSubmission = { id: string; exerciseId: string; title: string | null; verdict: Verdict | null; createdAt: Date };

/** A submission as its learner's instructor sees it. */
export type SubmissionRecord = { id: string; exerciseId: string; contentHash: string; code: string; verdict: Verdict | null; result: GradingResult | null; createdAt: Date; finishedAt: Date | null };
export type SubmissionLine = { id: string; codeHtml: string; verdict: Verdict | null; result: ResultView | null; receipt: Receipt | null; regradings: RegradingView[]; createdAt: Date };
