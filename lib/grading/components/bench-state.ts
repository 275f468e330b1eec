import type { ReactNode } from 'react';
import type { RunResult, SubmissionView } from '../schema';
import type { Refusal } from './submission-client';

/** What a button does; the server may ask to wait with one and not with the other. */
export type Work = 'submit' | 'run';
/** What the panel around the bench shows. `waits`: what the server will take again only later. */
export type BenchView = { busy: boolean; waits: Work[]; label: string; below: ReactNode; says: string };

/** Everything under the editor. */
export type BenchState = {
  submission: SubmissionView | null;
  /** what the program printed when it was last run, which grades nothing */
  run: RunResult | null;
  /** the verdict came just now */
  fresh: boolean;
  refusal: Refusal | null;
  /** what was refused for now, and when it is possible again, in ms since 1970 */
  wait: { what: Work; until: number } | null;
  aside: 'earlier' | 'solution' | null;
  /** the code that Reset or Restore put away */
  undo: string | null;
};

export type Bench = { submit: () => void; run: () => void; reset: () => void; toggle: (aside: 'earlier' | 'solution') => void; resume: () => void };
export type BenchActions = { restore: (code: string) => void; undo: () => void; retry: () => void; regrade: () => void; ready: () => void };
