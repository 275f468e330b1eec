import type { ReactNode } from 'react';
import { PageLink } from '@/components/page-link';
import styles from './quick-reference.module.css';

/** A table to keep: printable, and collected with the others of the course on one page. */
export function QuickReference({ allHref, children }: { allHref?: string; children?: ReactNode }) {
  return (
    <div className={styles.reference} data-wide>
      {children}
      {allHref && (
        <p className={`${styles.all} no-print`}>
          <PageLink href={allHref}>
            Every quick reference of this course on one page
          </PageLink>
        </p>
      )}
    </div>
  );
}
