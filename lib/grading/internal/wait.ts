import { listen } from '@/lib/platform/notifications';
import { readFinished } from '../data';
import { GRADED_CHANNEL } from '../schema';

/** In case the news got lost: how often all that is waited for is looked at, in one query. */
const LOOK_MS = 500;

type Waiter = { tell: (finished: boolean) => void; evenPaused: boolean };

const waiters = new Map<string, Set<Waiter>>();
let listening: Promise<unknown> | null = null;
let looking: NodeJS.Timeout | null = null;

/** How many submissions this process waits for. */
export const countWaiting = (): number => waiters.size;

/**
 * Waits until a submission is finished, by whichever process, or until `ms` have passed. However many wait, this process
 * listens once and looks once: a thousand requests cost what one costs.
 * @param evenPaused go on waiting while nothing can grade
 * @returns whether it is known to be finished
 */
export async function waitUntilFinished({ submissionId, ms, evenPaused = true }: { submissionId: string; ms: number; evenPaused?: boolean }): Promise<boolean> {
  // The line comes back by itself when it is lost; until then there are the looks.
  listening ??= listen({ channel: GRADED_CHANNEL, onMessage: (id) => settle(id, true) }).catch(() => {});
  await listening;
  return new Promise((resolve) => {
    const timer = setTimeout(() => waiter.tell(false), ms);
    const group = waiters.get(submissionId) ?? new Set();
    const waiter: Waiter = {
      evenPaused,
      tell: (finished) => {
        clearTimeout(timer);
        group.delete(waiter);
        if (group.size === 0) waiters.delete(submissionId);
        resolve(finished);
      },
    };
    waiters.set(submissionId, group.add(waiter));
    looking ??= setTimeout(() => void look(), LOOK_MS);
  });
}

function settle(submissionId: string, finished: boolean): void {
  for (const waiter of [...(waiters.get(submissionId) ?? [])]) {
    if (finished || !waiter.evenPaused) waiter.tell(finished);
  }
}

async function look(): Promise<void> {
  // A look that fails is made again: the database may be restarting.
  const seen = await readFinished([...waiters.keys()]).catch(() => ({ finished: [], workers: null }));
  for (const id of seen.finished) settle(id, true);
  if (seen.workers === 0) for (const id of [...waiters.keys()]) settle(id, false);
  looking = waiters.size > 0 ? setTimeout(() => void look(), LOOK_MS) : null;
}
