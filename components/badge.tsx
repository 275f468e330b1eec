import type { ReactNode } from 'react';
import type { Tone } from './callout';
import styles from './badge.module.css';

/** A word or two on the state of a thing. The word carries the meaning, the color only repeats it. */
export function Badge({ tone = 'plain', children }: { tone?: Tone | 'plain'; children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}
