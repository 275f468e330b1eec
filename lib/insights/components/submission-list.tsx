import { Disclosure } from '@/components/disclosure';
import { pointsInWords } from '@/lib/grading/components/points-words';
import { ReceiptDetails } from '@/lib/grading/components/receipt';
import { Regradings } from '@/lib/grading/components/regradings';
import { SubmissionResult } from '@/lib/grading/components/submission-result';
import { VerdictMark } from '@/lib/grading/components/verdict-mark';
import type { SubmissionLine } from '../schema';
import styles from './submission-list.module.css';

const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Submissions to one exercise, newest first; the newest of the page stands open. */
export function SubmissionList({ submissions }: { submissions: SubmissionLine[] }) {
  return (
    <ol className={styles.list}>
      {submissions.map((submission, index) => (
        <li key={submission.id}>
          <Disclosure open={index === 0} summary={<Summary {...submission} />}>
            {/* inside, so that a browser that is led here opens it */}
            <div className={styles.work} id={`submission-${submission.id}`}>
              <div className={styles.code} dangerouslySetInnerHTML={{ __html: submission.codeHtml }} />
              <div className={styles.verdict}>
                {submission.result ? <SubmissionResult result={submission.result} /> : <p>Not graded yet. It is stored and will be.</p>}
                <Regradings regradings={submission.regradings} />
                {submission.receipt && <ReceiptDetails receipt={submission.receipt} />}
              </div>
            </div>
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}

function Summary({ verdict, createdAt, result }: SubmissionLine) {
  const passed = result?.checks.filter((check) => check.status === 'passed').length;
  const points = result && pointsInWords(result.checks);
  return (
    <span className={styles.summary}>
      <VerdictMark verdict={verdict} />
      <time dateTime={createdAt.toISOString()}>{time.format(createdAt)} UTC</time>
      {result && result.checks.length > 0 && (
        <span>
          {passed} of {result.checks.length} checks{points && `, ${points}`}
        </span>
      )}
    </span>
  );
}
