import type { ReactNode } from 'react';
import type { RunResult, SubmissionView } from '../schema';
import type { Refusal } from './submission-client';

/** What the panel around the bench shows. */
export type BenchView = { busy: boolean; label: string; below: ReactNode; says: string };

/** Everything under the editor. */
export type BenchState = {
  submission: SubmissionView | null;
  /** what the program printed when it was last run, which grades nothing */
  run: RunResult | null;
  /** the verdict came just now */
  fresh: boolean;
  refusal: Refusal | null;
  /** when handing in is possible again, in ms since 1970 */
  retryAt: number;
  aside: 'earlier' | 'solution' | null;
  /** the code that Reset or Restore put away */
  undo: string | null;
};

export type Bench = { submit: () => void; run: () => void; reset: () => void; toggle: (aside: 'earlier' | 'solution') => void; resume: () => void };
export type BenchActions = { restore: (code: string) => void; undo: () => void; retry: () => void; regrade: () => void; ready: () => void };
