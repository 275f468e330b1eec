import type { ResultView } from '../schema';

/** From this share of a limit on, the limit is told: below, it would only worry. */
const CLOSE = 0.8;

type Used = { used: number; most: number | undefined; hit: boolean; write: (amount: number) => string; unit: string };

/** What a program used, in a few words each: `took 0.02 s`, `31 MB of memory`, `printed 120 characters`. A limit is told when it is close or was hit. */
export function usageInWords({ usage, limit, limits }: Pick<ResultView, 'usage' | 'limit' | 'limits'>): string[] {
  if (!usage) return [];
  const hit = limit === 'time';
  // A loop is stopped by what it computed, which is less than the time it had.
  const computing = hit && limits !== undefined && usage.cpuMs / 1000 >= CLOSE * limits.cpuSeconds;
  const time = computing
    ? { used: usage.cpuMs / 1000, most: limits.cpuSeconds, hit, write: seconds, unit: 's' }
    : { used: usage.wallMs / 1000, most: limits?.seconds, hit, write: seconds, unit: 's' };
  const memory = { used: usage.peakMemoryKb / 1024, most: limits?.memoryMb, hit: limit === 'memory', write: whole, unit: 'MB' };
  const took = computing ? `${amount(time)} of computing` : time.hit ? amount(time) : `took ${amount(time)}`;
  // What was killed could not always be measured.
  const held = usage.peakMemoryKb > 0 ? [`${amount(memory)} of memory`] : [];
  return [took, ...held, printed({ bytes: usage.outputBytes, most: limits?.outputKb, hit: limit === 'output' })];
}

function amount({ used, most, hit, write, unit }: Used): string {
  // The kernel measures a little past the limit; nobody was allowed more.
  const shown = hit && most !== undefined ? Math.min(used, most) : used;
  const told = most !== undefined && (hit || used >= CLOSE * most) ? `${write(shown)} ${unit} of ${most} ${unit}` : `${write(shown)} ${unit}`;
  return hit ? `stopped at ${told}` : told;
}

function printed({ bytes, most, hit }: { bytes: number; most: number | undefined; hit: boolean }): string {
  if (bytes === 0) return 'printed nothing';
  const kilobytes = bytes / 1024;
  if (hit) return `${amount({ used: kilobytes, most, hit, write: whole, unit: 'KB' })} printed`;
  if (most !== undefined && kilobytes >= CLOSE * most) return `printed ${amount({ used: kilobytes, most, hit, write: whole, unit: 'KB' })}`;
  if (bytes >= 1024) return `printed ${whole(kilobytes)} KB`;
  return bytes === 1 ? 'printed 1 character' : `printed ${bytes} characters`;
}

const whole = (amount: number) => String(Math.max(1, Math.round(amount)));

/** Two digits that mean something; never 0.00. */
function seconds(amount: number): string {
  if (amount >= 0.995) return amount.toFixed(1).replace('.0', '');
  return Math.max(0.01, amount).toFixed(2);
}
