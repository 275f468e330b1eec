import { Icon } from '@/components/icon';
import styles from './advice-note.module.css';
import { adviceInWords, recordInWords } from './advice-words';
import type { GivenAdvice } from './advisor';
import { CheckReport } from './check-report';

/** What the visible checks said here of the program that has just run: one quiet line, and on demand what did not pass. */
export function AdviceNote({ advice: { advice, visible } }: { advice: GivenAdvice }) {
  const { checks } = advice;
  const failed = checks.filter(({ status }) => status === 'failed');
  return (
    <section className={styles.note} aria-label="Advice, no verdict">
      <p className={styles.line} role="status">
        <Icon name="info" className={styles.icon} />
        <span>
          <strong>{adviceInWords(checks)}</strong> {recordInWords(visible.hidden)}
        </span>
      </p>
      {failed.length > 0 && (
        <details className={styles.details}>
          <summary>{failed.length === 1 ? 'Show the check that does not pass here' : `Show the ${failed.length} checks that do not pass here`}</summary>
          <ol className={styles.checks} aria-label="Visible checks that do not pass here">
            {failed.map((check) => (
              <CheckReport key={check.name} check={{ ...check, error: check.error, output: '', points: 1, hintHtml: null }} weighted={false} marked={false} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
