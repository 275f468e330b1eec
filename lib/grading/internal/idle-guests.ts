import { log } from '@/lib/platform/log';
import { deleteIdleGuests } from '@/lib/progress/mutations';

/** The guest's cookie lives a year from the first piece of work: later nobody can come back to it, and what nobody can reach is not kept. */
const IDLE_MONTHS = 12;

export const IDLE_GUESTS_TASK = 'delete-idle-guests';
/** once a day; missed days are made up for on the next one */
export const IDLE_GUESTS_CRONTAB = `17 3 * * * ${IDLE_GUESTS_TASK} ?fill=1d&max=3`;

/** The daily job of the queue that deletes guests who have not been here for a year. */
export async function deleteIdleGuestsJob(_payload?: unknown): Promise<void> {
  const before = new Date();
  before.setUTCMonth(before.getUTCMonth() - IDLE_MONTHS);
  const count = await deleteIdleGuests(before);
  if (count > 0) log.info({ event: 'idle-guests-deleted', count }, 'idle guests deleted');
}
