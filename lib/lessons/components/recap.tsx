import type { ReactNode } from 'react';
import styles from './recap.module.css';

/** What to take along, as a list of ticks. */
export function Recap({ children }: { children?: ReactNode }) {
  return <div className={styles.recap}>{children}</div>;
}
