import styles from './line-link.module.css';

/** A line of the learner's program: a way there, when there is one. */
export function LineLink({ line, onLine }: { line: number; onLine?: (line: number) => void }) {
  if (!onLine) return <span className={styles.line}>line {line}</span>;
  return (
    <button type="button" className={styles.button} onClick={() => onLine(line)}>
      line {line}
    </button>
  );
}
