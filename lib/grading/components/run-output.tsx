import { Icon } from '@/components/icon';
import type { RunResult } from '../schema';
import { Comparison } from './comparison';
import { ErrorReport } from './error-report';
import styles from './run-output.module.css';

const LIMITS = {
  time: 'It was stopped because it was still working when its time ran out.',
  memory: 'It was stopped because it asked for more memory than it may use.',
  output: 'It was stopped because it printed far too much.',
  processes: 'It was stopped because it tried to start another program.',
} as const;

/**
 * What a program printed.
 * @param expected what the lesson says it prints; null when the reader changed the program
 */
export function RunOutput({ result, expected }: { result: RunResult; expected: string | null }) {
  const { outcome, stdout, stderr, outputTruncated, error, limit } = result;
  if (outcome === 'grader-fault') return <p className={styles.output}>Our sandbox failed, not the program. Run it again.</p>;
  const same = expected !== null && outcome === 'ran' && stdout.trimEnd() === expected.trimEnd();
  const differs = expected !== null && outcome === 'ran' && !same;
  return (
    <div className={styles.output}>
      <p className={styles.label}>
        {same ? (
          <>
            <Icon name="circle-check" size={16} className={styles.good} /> It ran just now and printed what the lesson says:
          </>
        ) : (
          'It ran just now and printed:'
        )}
      </p>
      {differs ? <Comparison expected={expected} actual={stdout} /> : <pre>{stdout ? <samp>{stdout}</samp> : <span className={styles.nothing}>(nothing)</span>}</pre>}
      {outputTruncated && <p className={styles.label}>The output was cut: there was too much of it.</p>}
      {limit && <p>{LIMITS[limit]}</p>}
      {error && <ErrorReport error={error} />}
      {stderr && !error && (
        <>
          <p className={styles.label}>It wrote to the error stream:</p>
          <pre>{stderr}</pre>
        </>
      )}
    </div>
  );
}
