import Link from 'next/link';
import { Fragment } from 'react';
import { DataTable } from '@/components/data-table';
import { percent } from '../rules';
import type { ActivityLine, LessonLines } from '../schema';
import styles from './learner-table.module.css';

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const KINDS = { exercise: 'Exercise', challenge: 'Challenge', quiz: 'Quiz' } as const;

/** One learner, activity by activity. Figures of exercises lead to what was handed in. */
export function LearnerTable({ lessons, href }: { lessons: LessonLines[]; href: string }) {
  return (
    <DataTable caption="Progress by activity" hideCaption>
      <thead>
        <tr>
          <th scope="col">Activity</th>
          <th scope="col">Kind</th>
          <th scope="col">Result</th>
          <th scope="col" data-number>
            Best
          </th>
          <th scope="col" data-number>
            Tries
          </th>
          <th scope="col" className={styles.date}>
            Last try
          </th>
          <th scope="col">Work</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <Fragment key={lesson.id}>
            <tr className={styles.lesson}>
              <th scope="rowgroup" colSpan={7}>
                <Link href={lesson.href} prefetch={false}>
                  {lesson.title}
                </Link>
              </th>
            </tr>
            {lesson.lines.map((line) => (
              <Line key={line.id} line={line} href={href} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </DataTable>
  );
}

function Line({ line, href }: { line: ActivityLine; href: string }) {
  const { outcome, kind, title, id, submissions } = line;
  return (
    <tr>
      <th scope="row" className={styles.activity}>
        {title}
      </th>
      <td>{KINDS[kind]}</td>
      <td className={outcome?.passedAt ? styles.passed : outcome ? styles.line : styles.untouched}>{describe(line)}</td>
      <td data-number>{outcome ? `${percent(outcome.bestScore)}%` : ''}</td>
      <td data-number>{outcome?.attempts ?? ''}</td>
      <td className={styles.date}>{outcome ? day.format(outcome.lastAt) : ''}</td>
      <td className={styles.line}>
        {submissions > 0 && kind !== 'quiz' ? (
          <Link href={`${href}/exercises/${id}`} prefetch={false}>
            {submissions} {submissions === 1 ? 'submission' : 'submissions'}
            <span className={styles.of}> to {title}</span>
          </Link>
        ) : (
          submissions > 0 && `${submissions} ${submissions === 1 ? 'attempt' : 'attempts'}`
        )}
      </td>
    </tr>
  );
}

function describe({ outcome, submissions }: ActivityLine): string {
  if (outcome?.passedAt) return `Passed ${day.format(outcome.passedAt)}`;
  if (outcome) return 'Not passed yet';
  return submissions > 0 ? 'Not graded yet' : 'Not tried';
}
