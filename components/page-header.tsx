import type { ReactNode } from 'react';
import styles from './page-header.module.css';

/** The head of a page: a small line above, the one h1, an introduction, and what one can do here. */
export function PageHeader({ title, intro, eyebrow, actions }: { title: ReactNode; intro?: ReactNode; eyebrow?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={styles.header}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <h1>{title}</h1>
      {intro && <p className={styles.intro}>{intro}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
