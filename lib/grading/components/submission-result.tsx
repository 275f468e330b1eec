import { Icon } from '@/components/icon';
import { Words } from '@/components/words';
import type { ResultView } from '../schema';
import { CheckReport, Hint, Output } from './check-report';
import { ErrorReport } from './error-report';
import { isWeighted, pointsInWords } from './points-words';
import styles from './submission-result.module.css';
import { usageInWords } from './usage-words';
import { VerdictMark } from './verdict-mark';

/**
 * A graded submission: the result in words, the error if it did not run, then every check in the order of the file.
 * The panel, the page of a submission and the instructor's view all show this.
 * @param fresh true right after grading: passing is then celebrated, shortly
 */
export function SubmissionResult({ result, fresh = false, headingId }: { result: ResultView; fresh?: boolean; headingId?: string }) {
  const { verdict, summary, checks, error, mistake, hintHtml, stdout, stderr, outputTruncated } = result;
  const used = usageInWords(result);
  const points = pointsInWords(checks);
  return (
    <div className={`${styles.result} ${styles[verdict]} ${fresh && verdict === 'passed' ? styles.fresh : ''}`}>
      <div className={styles.head}>
        <VerdictMark verdict={verdict} large />
        <p className={styles.summary} id={headingId} tabIndex={-1}>
          <Words>{summary}</Words>
        </p>
        {points && <p className={styles.points}>{points}</p>}
      </div>
      <div className={styles.rest}>
        {error && error.type !== 'Blank' && <ErrorReport error={error} saidAbove />}
        {mistake && (
          <p className={styles.mistake}>
            <Icon name="book-open" />
            <span>
              Many people meet this one. <a href={mistake.href}>Read about this mistake in the lesson</a>
            </span>
          </p>
        )}
        {hintHtml && <Hint html={hintHtml} />}
        {checks.length > 0 && checks.every((check) => check.status === 'not-run') ? (
          <details className={styles.waiting}>
            <summary>{checks.length === 1 ? 'The check waits' : `${checks.length} checks wait`} until the program runs</summary>
            <Checks checks={checks} />
          </details>
        ) : (
          <Checks checks={checks} />
        )}
        {stdout && <Output label="What your program printed while it loaded" text={stdout} />}
        {stderr && <Output label="What it wrote to the error stream" text={stderr} />}
        {used.length > 0 && <p className={styles.used}>{capitalised(used.join(' · '))}</p>}
        {outputTruncated && <p className={styles.note}>The output was cut: there was too much of it.</p>}
      </div>
    </div>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Checks({ checks }: { checks: ResultView['checks'] }) {
  if (checks.length === 0) return null;
  const weighted = isWeighted(checks);
  return (
    <ol className={styles.checks} aria-label="Checks">
      {checks.map((check) => (
        <CheckReport key={check.name} check={check} weighted={weighted} />
      ))}
    </ol>
  );
}
