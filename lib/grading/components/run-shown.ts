import type { AppRoute } from '@/lib/browser-python/schema';
import type { OutputPart } from './output-parts';
import type { Place, RunAnswer, WaitingFor } from './run-anywhere';
import type { Refusal } from './submission-client';

/** A program to run. `expected`: what the lesson says it prints; null when the reader changed it. */
export type Runnable = { code: string; expected: string | null; stdin?: string };

/** What a run shows, from its first moment to its end. */
export type RunShown = {
  program: Runnable;
  /** counts the runs of the session */
  nth: number;
  /** Stop is offered */
  stoppable: boolean;
  place: Place | null;
  waiting: WaitingFor | 'app' | null;
  parts: OutputPart[];
  /** `nth`: 1 for the first question of a run. `announce`: says that it asks, where the focus does not go to the question. */
  asks: { nth: number; prompt: string; answer: (text: string | null) => void; announce: () => void } | null;
  end: RunAnswer | null;
  refusal: Refusal | null;
  /** when the server takes runs again, in ms since 1970 */
  waitUntil: number | null;
  needsStdin: string | null;
  /** why this browser does not run it, and what follows: told with the first run of a page, and with a refusal */
  whyNotHere: string | null;
  /** why the app cannot be opened, a sentence */
  cannotOpen: string | null;
  /** the app that stands ready; `can-be-had` by running the program in this browser */
  app: { routes: AppRoute[] } | 'can-be-had' | null;
  appIsOpen: boolean;
};

/** What a run shows before anything is known of it. */
export const FRESH = { stoppable: false, place: null, waiting: null, parts: [], asks: null, end: null, refusal: null, waitUntil: null, needsStdin: null, whyNotHere: null, cannotOpen: null, app: null, appIsOpen: false } satisfies Omit<RunShown, 'program' | 'nth'>;
