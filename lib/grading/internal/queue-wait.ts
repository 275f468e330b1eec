import type { SubmissionView } from '../schema';
import type { QueueStanding } from './queue-standing';

/** Nobody believes longer estimates, and they would not be right. */
const LONGEST_SECONDS = 3600;
/** Between two looks of a browser: soon when it is next, rarely in a crowd, so that a thousand who wait cost little. */
const SOONEST_MS = 400;
const LATEST_MS = 30_000;
/** While grading is paused, or nobody knows. */
const PAUSED_MS = 5000;
/** Of the estimate: a look that comes too early finds nothing, and has to be repeated. */
const SHARE = 1.1;
/** A longer wait is looked at before it is over: most crowds go faster once they have come in, and their last estimate was of before. */
const LONG_MS = 8000;
const SHARE_OF_LONG = 0.6;
/** What a submission in front costs when no one knows, and how long a look waits at most for somebody to know. */
const UNKNOWN_MS_EACH = 100;
const UNKNOWN_LATEST_MS = 15_000;

/**
 * The wait in people's terms. While some wait, all graders are busy; so the lane moves by `active` submissions every
 * `secondsEach` seconds.
 */
export function tellWait({ workers, ahead, active, secondsEach }: QueueStanding): Pick<SubmissionView, 'queuePosition' | 'queueSeconds' | 'pollAfterMs'> {
  if (workers === 0) return { queuePosition: ahead === null ? null : ahead + 1, queueSeconds: null, pollAfterMs: PAUSED_MS };
  if (ahead === null) return { queuePosition: null, queueSeconds: null, pollAfterMs: SOONEST_MS };
  const seconds = secondsEach === null ? null : ((ahead + 1) * secondsEach) / Math.max(1, active);
  return {
    queuePosition: ahead + 1,
    queueSeconds: seconds === null ? null : Math.min(LONGEST_SECONDS, Math.ceil(seconds)),
    pollAfterMs: seconds === null ? between(ahead * UNKNOWN_MS_EACH, UNKNOWN_LATEST_MS) : between(lookAfter(seconds * 1000), LATEST_MS),
  };
}

const lookAfter = (ms: number): number => (ms > LONG_MS ? Math.max(LONG_MS, ms * SHARE_OF_LONG) : ms * SHARE);
const between = (ms: number, most: number): number => Math.round(Math.min(most, Math.max(SOONEST_MS, ms)));
