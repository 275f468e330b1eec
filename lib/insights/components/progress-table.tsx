import Link from 'next/link';
import { DataTable } from '@/components/data-table';
import { VisuallyHidden } from '@/components/visually-hidden';
import { describeAge, percent, STUCK_AFTER } from '../rules';
import type { Cell, LearnerRow, LessonColumn, SortKey } from '../schema';
import styles from './progress-table.module.css';

type Props = {
  classroomId: string;
  columns: LessonColumn[];
  /** how many activities the course has */
  activities: number;
  rows: LearnerRow[];
  /** per lesson, what all learners together have passed */
  shares: (number | null)[];
  learners: number;
  sort: SortKey;
  now: Date;
};

/** Learners × lessons: how many of a lesson's activities each learner has passed. */
export function ProgressTable({ classroomId, columns, activities, rows, shares, learners, sort, now }: Props) {
  const head = (key: SortKey, label: string) => (
    <th scope="col" aria-sort={sort === key ? (key === 'name' ? 'ascending' : 'descending') : undefined}>
      {sort === key ? (
        label
      ) : (
        <Link href={`/classrooms/${classroomId}?sort=${key}`} prefetch={false}>
          {label}
        </Link>
      )}
    </th>
  );
  return (
    <div className={styles.frame}>
      <DataTable caption="Progress of each learner by lesson" hideCaption>
        <thead>
          <tr>
            {head('name', 'Learner')}
            {columns.map((column) => (
              <th key={column.id} scope="col" className={styles.lesson}>
                {column.title}
              </th>
            ))}
            {head('progress', 'In all')}
            <th scope="col">Stuck on</th>
            {head('active', 'Last here')}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.userId}>
              <th scope="row">
                <Link href={`/classrooms/${classroomId}/learners/${row.userId}`} prefetch={false}>
                  {row.name}
                </Link>
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.id} className={styles.cell}>
                  <ProgressCell {...cell} />
                </td>
              ))}
              <td className={styles.total}>
                {row.passed} of {activities}
              </td>
              <td className={styles.stuck}>{row.stuckOn ? `${row.stuckOn.title}, ${row.stuckOn.attempts} tries` : <Nothing words="Nothing" />}</td>
              <td className={styles.age}>{row.lastActive ? <time dateTime={row.lastActive.toISOString()}>{describeAge({ at: row.lastActive, now })}</time> : 'never'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              All {learners} {learners === 1 ? 'learner' : 'learners'}
            </th>
            {shares.map((share, index) => (
              <td key={columns[index]?.id} className={styles.cell}>
                {share === null ? <Nothing words="No learners" /> : `${percent(share)}%`}
              </td>
            ))}
            <td colSpan={3} className={styles.note}>
              of all activities passed
            </td>
          </tr>
        </tfoot>
      </DataTable>
      <p className={styles.legend}>
        Figures are activities passed out of those in the lesson; a dash means not begun. Somebody is stuck after {STUCK_AFTER} tries or more that did not pass.
      </p>
    </div>
  );
}

/** A figure with a measure under it, so that a column can be scanned; the words are for who listens. */
function ProgressCell({ passed, total, begun }: Cell) {
  if (!begun) return <Nothing words="Not begun" />;
  const all = passed === total;
  return (
    <span className={all ? `${styles.share} ${styles.done}` : styles.share}>
      <span aria-hidden>
        {passed}/{total}
        {all && <span className={styles.all}> all</span>}
      </span>
      <VisuallyHidden>{all ? `all ${total} passed` : `${passed} of ${total} passed`}</VisuallyHidden>
      <svg className={styles.measure} viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden>
        <rect className={styles.rail} width={total} height="1" />
        <rect className={styles.filled} width={passed} height="1" />
      </svg>
    </span>
  );
}

function Nothing({ words }: { words: string }) {
  return (
    <span className={styles.nothing}>
      <span aria-hidden>–</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
