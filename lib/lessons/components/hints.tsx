import { Icon } from '@/components/icon';
import type { ExerciseView } from '../schema';
import styles from './hints.module.css';

/** Hints, one at a time: each is inside the one before, so it cannot be seen earlier. No scripts. */
export function Hints({ hints }: { hints: ExerciseView['hints'] }) {
  return <div className={`${styles.hints} no-print`}>{hintFrom({ hints, index: 0 })}</div>;
}

function hintFrom({ hints, index }: { hints: ExerciseView['hints']; index: number }) {
  const hint = hints[index];
  if (!hint) return null;
  const position = `${index + 1} of ${hints.length}`;
  return (
    <details className={styles.hint}>
      <summary>
        <Icon name="lightbulb" size={16} /> {index === 0 ? 'Show a hint' : 'Show one more hint'} <span className={styles.position}>({position})</span>
      </summary>
      <div className={styles.text} dangerouslySetInnerHTML={{ __html: hint.html }} />
      {hintFrom({ hints, index: index + 1 })}
    </details>
  );
}
