import { Icon } from '@/components/icon';
import type { RunResult } from '../schema';
import { Comparison } from './comparison';
import { ErrorReport } from './error-report';
import { OutputLog } from './output-log';
import { type OutputPart, partsOf } from './output-parts';
import type { Place } from './run-anywhere';
import { LIMITS, placeInWords } from './run-words';
import styles from './run-output.module.css';

/** A run that has ended, here or on the server. `place` is null when nobody had run it yet. */
type Ended = Omit<RunResult, 'outcome'> & { outcome: RunResult['outcome'] | 'stopped'; place?: Place | null; value?: string | null };

/**
 * What a program printed, and what else came of it.
 * @param expected what the lesson says it prints; null when the reader changed the program
 * @param parts its output in the order in which it came, where that is known
 */
export function RunOutput({ result, expected, parts = partsOf(result) }: { result: Ended; expected: string | null; parts?: OutputPart[] }) {
  const { outcome, stdout, outputTruncated, value = null, error, limit, place = null, ms } = result;
  if (outcome === 'grader-fault') return <p className={styles.output}>Our sandbox failed, not the program. Run it again.</p>;
  const compared = expected !== null && outcome === 'ran';
  const same = compared && stdout.trimEnd() === expected.trimEnd();
  const differs = compared && !same;
  const logged = differs ? parts.filter(({ stream }) => stream === 'stderr') : parts;
  return (
    <div className={styles.output}>
      <div className={styles.head}>
        <p className={styles.label}>
          {same && <Icon name="circle-check" size={16} className={styles.good} />} {labelOf({ outcome, same, printed: parts.length > 0 })}
        </p>
        {place && <p className={styles.place}>{placeInWords({ place, ms })}</p>}
      </div>
      {differs && <Comparison expected={expected} actual={stdout} />}
      {logged.length > 0 && <OutputLog parts={logged} label={differs ? 'Error stream' : 'Output'} />}
      {value !== null && (
        <p className={styles.value}>
          <span>The last line’s value:</span> <code>{value}</code>
        </p>
      )}
      {outputTruncated && <p className={styles.label}>There was more: only the beginning is shown.</p>}
      {limit && !error && <p>{LIMITS[limit]}</p>}
      {error && <ErrorReport error={error} />}
    </div>
  );
}

function labelOf({ outcome, same, printed }: { outcome: Ended['outcome']; same: boolean; printed: boolean }): string {
  if (outcome === 'stopped') return printed ? 'You stopped it. Until then it printed:' : 'You stopped it before it printed anything.';
  if (outcome === 'ran') return same ? 'It ran just now and printed what the lesson says:' : printed ? 'It ran just now and printed:' : 'It ran just now and printed nothing.';
  return printed ? 'Until it stopped, it printed:' : 'It stopped before it printed anything.';
}
