import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';
import { anchors } from '@/lib/content/rules';
import styles from './mistake.module.css';

/** A common mistake: what one sees, why, and the way out. Results link here by its id. */
export function Mistake({ id, title, error, children }: { id: string; title: string; error: string; children?: ReactNode }) {
  return (
    <section className={styles.mistake} id={anchors.mistake(id)} aria-labelledby={`${anchors.mistake(id)}-title`}>
      <h3 className={styles.title} id={`${anchors.mistake(id)}-title`}>
        <Icon name="triangle-alert" size={20} className={styles.icon} />
        <span>{title}</span>
      </h3>
      <p className={styles.symptom}>
        <span className={styles.label}>What you see</span>
        <samp>{error}</samp>
      </p>
      {children}
    </section>
  );
}
