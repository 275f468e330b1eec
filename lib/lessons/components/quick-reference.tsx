import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './quick-reference.module.css';

/** A table to keep: printable, and collected with the others of the course on one page. */
export function QuickReference({ allHref, children }: { allHref?: string; children?: ReactNode }) {
  return (
    <div className={styles.reference} data-wide>
      {children}
      {allHref && (
        <p className={`${styles.all} no-print`}>
          <Link href={allHref} prefetch={false}>
            Every quick reference of this course on one page
          </Link>
        </p>
      )}
    </div>
  );
}
