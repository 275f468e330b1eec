import { listen } from '@/lib/platform/notifications';
import { isFinished } from '../data';
import { GRADED_CHANNEL } from '../schema';

/** In case the news got lost: how often a waiting request looks for itself. */
const LOOK_MS = 500;

/**
 * Waits until a submission is finished, by whichever process, or until `ms` have passed.
 * @returns whether it is finished
 */
export async function waitUntilFinished({ submissionId, ms }: { submissionId: string; ms: number }): Promise<boolean> {
  const until = Date.now() + ms;
  let wake = () => {};
  const stop = await listen({ channel: GRADED_CHANNEL, onMessage: (id) => id === submissionId && wake() });
  try {
    // Listening comes first: news between a look and the wait would otherwise be missed.
    for (;;) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      if (await isFinished(submissionId)) return true;
      const left = until - Date.now();
      if (left <= 0) return false;
      await soonest(woken, Math.min(LOOK_MS, left));
    }
  } finally {
    stop();
  }
}

async function soonest(event: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([event, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
