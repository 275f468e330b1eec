const TICK_MS = 10_000;

/** steps at this moment: when there are several, each says which one it is */
let running = 0;

/** Tells on standard output, or on standard error where a command prints an object with --json: that is then all there is. */
export const say = process.argv.includes('--json') ? console.error : console.log;

/** Says how far a step is; on a terminal the last word stays in one line, in a log each is a line. */
export type Progress = (text: string) => void;

/**
 * Runs one step and shows it: what it does, how far it is at least every ten seconds, and how long it took.
 * `work` returns a few words on the outcome, or nothing.
 */
export async function step<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const began = Date.now();
  let last = '';
  const show = (text: string) => say(`    … ${running > 1 ? `${title}: ` : ''}${text}`);
  running += 1;
  say(`  ${title}`);
  const timer = setInterval(() => show(`${last ? `${last}, ` : ''}${secondsSince(began)}`), TICK_MS);
  try {
    const outcome = await work((text) => {
      if (text !== last) show(text);
      last = text;
    });
    say(`✓ ${title}${typeof outcome === 'string' ? `: ${outcome}` : ''} (${secondsSince(began)})`);
    return outcome;
  } catch (error) {
    console.error(`✗ ${title} failed after ${secondsSince(began)}`);
    throw error;
  } finally {
    running -= 1;
    clearInterval(timer);
  }
}

function secondsSince(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
