import { Icon } from '@/components/icon';
import styles from './figures.module.css';

/** A bar that shows a figure beside it; who listens hears the figure. */
export function Measure({ value, of, tone = 'accent' }: { value: number; of: number; tone?: 'accent' | 'warn' }) {
  return (
    <svg className={`${styles.measure} ${styles[tone]}`} viewBox={`0 0 ${Math.max(of, 1)} 1`} preserveAspectRatio="none" aria-hidden>
      <rect className={styles.rail} width={Math.max(of, 1)} height="1" />
      <rect className={styles.filled} width={value} height="1" />
    </svg>
  );
}

/** Figures that say nothing yet. */
export function TooFew({ what, have, want }: { what: string; have: number; want: number }) {
  return (
    <p className={styles.note}>
      Too few {what} yet ({have} of {want}).
    </p>
  );
}

/** What an author should look at. */
export function Warning({ children }: { children: React.ReactNode }) {
  return (
    <p className={styles.warning}>
      <Icon name="triangle-alert" size={18} />
      <span>{children}</span>
    </p>
  );
}
