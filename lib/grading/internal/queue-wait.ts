import type { QueueStanding } from '../data';
import type { SubmissionView } from '../schema';

/** Nobody believes longer estimates, and they would not be right. */
const LONGEST_SECONDS = 3600;
/** Between two looks of a browser: soon when it is next, rarely in a crowd, so that a thousand who wait cost little. */
const SOONEST_MS = 400;
const LATEST_MS = 5000;
/** What a submission in front costs when no one knows. */
const UNKNOWN_MS_EACH = 100;

/**
 * The wait in people's terms. While some wait, all graders are busy; so the lane moves by `active` submissions every
 * `secondsEach` seconds.
 */
export function tellWait({ workers, ahead, active, secondsEach }: QueueStanding): Pick<SubmissionView, 'queuePosition' | 'queueSeconds' | 'pollAfterMs'> {
  if (workers === 0) return { queuePosition: ahead === null ? null : ahead + 1, queueSeconds: null, pollAfterMs: LATEST_MS };
  if (ahead === null) return { queuePosition: null, queueSeconds: null, pollAfterMs: SOONEST_MS };
  const seconds = secondsEach === null ? null : ((ahead + 1) * secondsEach) / Math.max(1, active);
  const half = seconds === null ? ahead * UNKNOWN_MS_EACH : seconds * 500;
  return {
    queuePosition: ahead + 1,
    queueSeconds: seconds === null ? null : Math.min(LONGEST_SECONDS, Math.ceil(seconds)),
    // Half of what is left, so that an estimate that was too long costs at most as much again.
    pollAfterMs: Math.round(Math.min(LATEST_MS, Math.max(SOONEST_MS, half))),
  };
}
