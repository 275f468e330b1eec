import type { ReactNode } from 'react';
import type { SubmissionView } from '../schema';
import type { GivenAdvice } from './advisor';
import type { Refusal } from './submission-client';

/** What the panel around the bench shows. `waits`: the server takes submissions again only later. `stoppable`: a program runs. */
export type BenchView = { busy: boolean; waits: boolean; stoppable: boolean; label: string; below: ReactNode; says: string };

/** Everything under the editor. */
export type BenchState = {
  submission: SubmissionView | null;
  /** what the visible checks say here of the program that has just run */
  advice: GivenAdvice | null;
  /** the verdict came just now */
  fresh: boolean;
  refusal: Refusal | null;
  /** when handing in is possible again, in ms since 1970 */
  waitUntil: number | null;
  aside: 'earlier' | 'solution' | null;
  /** the code that Reset or Restore put away */
  undo: string | null;
};

export type Bench = { submit: () => void; run: () => void; stop: () => void; reset: () => void; toggle: (aside: 'earlier' | 'solution') => void; resume: () => void };
export type BenchActions = { restore: (code: string) => void; undo: () => void; retry: () => void; regrade: () => void; ready: () => void; goTo: (line: number) => void };
