import { Words } from '@/components/words';
import type { LearnerError } from '../schema';
import styles from './error-report.module.css';

/** A Python error: what happened in plain words, the learner's own lines that led to it, one thing to try, and what Python said. Where a program was when its reader stopped it (`Stopped`) is told the same way. */
export function ErrorReport({ error, saidAbove = false }: { error: LearnerError; saidAbove?: boolean }) {
  return (
    <div className={styles.report}>
      {error.plain && !saidAbove && (
        <p>
          <Words>{error.plain}</Words>
        </p>
      )}
      {error.frames.length > 0 && (
        <ol className={styles.frames} aria-label="Your lines that led to it">
          {error.frames.map((frame, index) => (
            <li key={index} className={styles.frame}>
              <span className={styles.where}>
                line {frame.line}
                {frame.function && !['<module>', 'the program'].includes(frame.function) && (
                  <>
                    , in <code>{frame.function}</code>
                  </>
                )}
              </span>
              {frame.text && <code className={styles.line}>{frame.text.trim()}</code>}
            </li>
          ))}
        </ol>
      )}
      {error.tryThis && (
        <p className={styles.tryThis}>
          <strong>Try this:</strong> <Words>{error.tryThis}</Words>
        </p>
      )}
      {error.type !== 'Stopped' && (
        <p className={styles.said}>
          Python says: <code>{[error.type, error.message].filter(Boolean).join(': ')}</code>
        </p>
      )}
    </div>
  );
}
