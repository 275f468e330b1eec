import type { ReactNode } from 'react';
import styles from './note.module.css';

/** Something good to know that one may skip. */
export function Note({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <aside className={styles.note}>
      <p className={styles.label}>{title ?? 'Note'}</p>
      {children}
    </aside>
  );
}
