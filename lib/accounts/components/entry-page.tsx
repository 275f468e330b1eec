import type { ReactNode } from 'react';
import { PageHeader } from '@/components/page-header';
import styles from './entry-page.module.css';

/** The narrow page of signing in, signing up, and passwords. `foot` leads to the other ways. */
export function EntryPage({ title, intro, children, foot }: { title: string; intro?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <div className={styles.page}>
      <PageHeader title={title} intro={intro} />
      <div className={styles.ways}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}

/** Between two ways of signing in. */
export function Or() {
  return (
    <p className={styles.or}>
      <span>or</span>
    </p>
  );
}
