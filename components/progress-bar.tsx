import styles from './progress-bar.module.css';

/** How much of something is done. `label` says of what; the figures are always written beside the bar. */
export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} value={value} max={max || 1} aria-label={label} />
      <span className={styles.figures} aria-hidden>
        {value} of {max}
      </span>
    </span>
  );
}
