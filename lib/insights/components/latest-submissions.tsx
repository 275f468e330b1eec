import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { VerdictMark } from '@/lib/grading/components/verdict-mark';
import type { LatestSubmission } from '../schema';
import styles from './latest-submissions.module.css';

const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** What a learner handed in last, whatever it was to. Each line leads to its code and checks. */
export function LatestSubmissions({ submissions, href }: { submissions: LatestSubmission[]; href: string }) {
  return (
    <section aria-labelledby="latest" className={styles.section}>
      <h2 id="latest">Latest submissions</h2>
      {submissions.length === 0 ? (
        <EmptyState title="Nothing handed in">No code has been handed in for this course yet.</EmptyState>
      ) : (
        <DataTable caption="Latest submissions" hideCaption>
          <thead>
            <tr>
              <th scope="col">Handed in</th>
              <th scope="col">Exercise</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {submissions.map(({ id, exerciseId, title, verdict, createdAt }) => (
              <tr key={id}>
                <td className={styles.line}>
                  <time dateTime={createdAt.toISOString()}>{time.format(createdAt)} UTC</time>
                </td>
                <th scope="row">
                  {/* a plain link: the browser itself then opens the submission, which stands folded */}
                  <a href={`${href}/exercises/${exerciseId}#submission-${id}`}>{title ?? exerciseId}</a>
                  {title === null && ' (no longer in the course)'}
                </th>
                <td className={styles.line}>
                  <VerdictMark verdict={verdict} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}
