import type { ReactNode } from 'react';
import styles from './rule-of-thumb.module.css';

/** One sentence to keep. */
export function RuleOfThumb({ children }: { children?: ReactNode }) {
  return (
    <aside className={styles.rule}>
      <p className={styles.label}>
        <span>Rule of thumb</span>
      </p>
      <div className={styles.text}>{children}</div>
    </aside>
  );
}
