import type { ComponentProps } from 'react';
import styles from './checkbox-field.module.css';

/** One box to check, with its label and a hint. */
export function CheckboxField({ label, hint, id, ...rest }: { label: string; hint?: string; id: string } & Omit<ComponentProps<'input'>, 'type' | 'id'>) {
  return (
    <div className={styles.field}>
      <input className={styles.box} type="checkbox" id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...rest} />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
