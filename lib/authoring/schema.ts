import type { Diagnostic, ExerciseKind } from '@/lib/content/schema';
import type { Verdict } from '@/lib/grading/schema';

/** One thing an author has to mend, with where it is on this machine. */
export type Problem = Diagnostic & { path: string; /** opens the file in the author's editor */ link: string };

/** What of an exercise can be tried. `mutants`: the solution, changed in one place at a time, as check:exercises does. */
export const TRIABLE = ['solution', 'starter', 'mistakes', 'mutants'] as const;
export type Triable = (typeof TRIABLE)[number];

/** One file of an exercise that was handed in to the real sandbox: its verdict, and whether it is the one that the file must get. */
export type TriedFile = {
  /** such as content/…/wrong/no-default.py */
  file: string;
  link: string;
  wanted: string;
  /** what is not as it must be; empty when all is */
  faults: string[];
  verdict: Verdict;
  /** the verdict in one sentence, as learners read it */
  summary: string;
  hint: string | null;
  /** how often it ran: solutions run with several seeds */
  runs: number;
  ms: number;
};

/** How the checks of an exercise did on the mutants of its solution. */
export type MutationScore = {
  mutants: number;
  killed: number;
  waived: number;
  /** in whole per cent, rounded down */
  percent: number;
  enough: boolean;
  faults: string[];
  survivors: { file: string; line: number; kind: string; diff: string[]; link: string }[];
};

/** What learners made of an exercise. */
export type ExerciseStatistics = { learners: number; submissions: number; passed: number; /** submissions up to the first that passed */ medianTries: number | null };

export type ExerciseFacts = {
  id: string;
  title: string;
  kind: ExerciseKind;
  checks: number;
  mistakes: number;
  /** null: not tried since the last change */
  mutation: MutationScore | null;
  /** null when nobody handed anything in */
  statistics: ExerciseStatistics | null;
};

export type LessonFacts = { title: string; words: number; /** as the author says */ minutes: number; exercises: ExerciseFacts[] };

/** What is wrong in the content. `version` rises with each change. */
export type ContentState = { version: number; problems: Problem[] };

/** Sent whenever content is saved: first that it was, with the files (content/…) as far as they are known, then what is wrong now. */
export type ContentEvent = { saved: string[] } | { state: ContentState };

/** One line of the answer while something is tried. */
export type TryLine = { progress: { done: number; total: number } } | { tried: TriedFile } | { mutation: MutationScore } | { refused: string };
