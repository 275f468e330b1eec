import { Callout } from '@/components/callout';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { agreementInWords, count } from '../rules';
import type { Agreement, ExerciseAgreement } from '../schema';
import styles from './agreement-page.module.css';
import { DisagreementReport } from './disagreement-report';

/** For authors: where the visible checks say something else in the browser than the grader does. Whose work it was is not told. */
export function AgreementPage({ exercises, disagreements }: Agreement) {
  return (
    <div className={styles.page}>
      <PageHeader eyebrow="For authors" title="Browser and grader" intro={agreementInWords(exercises)} />
      {exercises.length === 0 ? (
        <EmptyState title="Nothing to compare yet">
          When a learner runs the visible checks in the browser and submits the same program, what both say is compared here.
        </EmptyState>
      ) : (
        <Exercises exercises={exercises} />
      )}
      {exercises.length > 0 && disagreements.length === 0 && (
        <Callout tone="good" title="They have always agreed">
          Every visible check said in the browser what the grader said.
        </Callout>
      )}
      {disagreements.map(({ exerciseId, title, latest }) => (
        <section key={exerciseId} id={`exercise-${exerciseId}`} aria-labelledby={`title-${exerciseId}`} className={styles.section}>
          <h2 id={`title-${exerciseId}`}>{title ?? exerciseId}</h2>
          <ol className={styles.reports}>
            {latest.map((one) => (
              <DisagreementReport key={one.submissionId} disagreement={one} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Exercises({ exercises }: { exercises: ExerciseAgreement[] }) {
  return (
    <DataTable caption="Submissions whose advice was compared, by exercise" hideCaption>
      <thead>
        <tr>
          <th scope="col">Exercise</th>
          <th scope="col" data-number>
            Compared
          </th>
          <th scope="col" data-number>
            Disagree
          </th>
        </tr>
      </thead>
      <tbody>
        {exercises.map(({ exerciseId, title, compared, disagreed }) => (
          <tr key={exerciseId}>
            <th scope="row">
              {disagreed > 0 ? <a href={`#exercise-${exerciseId}`}>{title ?? exerciseId}</a> : (title ?? exerciseId)}
              {title === null && ' (no longer in a course)'}
            </th>
            <td data-number>{count(compared)}</td>
            <td data-number>{disagreed === 0 ? 'none' : count(disagreed)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
