import { Disclosure } from '@/components/disclosure';
import type { RegradingView } from '../schema';
import { ReceiptDetails } from './receipt';
import styles from './regradings.module.css';
import { SubmissionResult } from './submission-result';
import { VerdictMark } from './verdict-mark';

/** Later verdicts on a submission, newest first: beside the first one, never instead of it. */
export function Regradings({ regradings }: { regradings: RegradingView[] }) {
  if (regradings.length === 0) return null;
  return (
    <ul className={styles.regradings}>
      {regradings.map(({ id, result, receipt }) => (
        <li key={id}>
          <Disclosure
            summary={
              <>
                Graded again on <time dateTime={receipt.gradedAt}>{receipt.gradedAt.slice(0, 10)}</time> by another version of the exercise: <VerdictMark verdict={result.verdict} />
              </>
            }
          >
            <div className={styles.later}>
              <p>The first result stays. Of both, the better one counts.</p>
              <SubmissionResult result={result} />
              <ReceiptDetails receipt={receipt} />
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
