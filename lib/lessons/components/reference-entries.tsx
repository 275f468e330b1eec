import { Fragment, type ReactNode } from 'react';
import { PageLink } from '@/components/page-link';
import type { LessonLink } from '../schema';
import { QuickReference } from './quick-reference';
import styles from './reference-entries.module.css';

/** The quick-reference tables of a course, each under its lesson. */
export function ReferenceEntries({ entries }: { entries: { lesson: LessonLink; tables: ReactNode[] }[] }) {
  return entries.map(({ lesson, tables }) => (
    <section key={lesson.id} className={styles.entry} aria-labelledby={lesson.id}>
      <h2 id={lesson.id}>
        <PageLink href={lesson.path}>
          {lesson.title}
        </PageLink>
      </h2>
      <QuickReference>
        {tables.map((table, index) => (
          <Fragment key={index}>{table}</Fragment>
        ))}
      </QuickReference>
    </section>
  ));
}
