import { Callout } from '@/components/callout';
import { Words } from '@/components/words';
import type { PythonError } from '../../schema';
import { LineLink } from './line-link';
import styles from './error-note.module.css';

/** The error that a view stopped with: in plain words, where, what to try, and what Python said. */
export function ErrorNote({ error, onLine }: { error: PythonError; onLine?: (line: number) => void }) {
  return (
    <Callout tone="bad" title="Your program stopped with an error, so the answer is 500">
      <div className={styles.note}>
        <p>
          <Words>{error.plain}</Words>
        </p>
        {error.frames.length > 0 && (
          <ol className={styles.frames} aria-label="Your lines that led to it">
            {error.frames.map((frame, index) => (
              <li key={index}>
                <LineLink line={frame.line} onLine={onLine} /> <code>{frame.text.trim()}</code>
              </li>
            ))}
          </ol>
        )}
        {error.tryThis && (
          <p>
            <strong>Try this:</strong> <Words>{error.tryThis}</Words>
          </p>
        )}
        <p className={styles.said}>
          Python says: <code>{[error.type, error.message].filter(Boolean).join(': ')}</code>
        </p>
      </div>
    </Callout>
  );
}
