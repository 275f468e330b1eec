import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';
import styles from './predict.module.css';

/** A pause to think before reading on: a question, and its answer on demand. */
export function Predict({ question, children }: { question: string; children?: ReactNode }) {
  return (
    <div className={styles.predict}>
      <p className={styles.label}>Think first</p>
      <p className={styles.question}>{question}</p>
      <details>
        <summary>
          <Icon name="eye" size={16} /> Show the answer
        </summary>
        <div className={styles.answer}>{children}</div>
      </details>
    </div>
  );
}
