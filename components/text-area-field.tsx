import type { ComponentProps } from 'react';
import { describedBy, FieldNotes } from './field-notes';
import styles from './field.module.css';

type Props = { label: string; name: string; hint?: string; error?: string } & Omit<ComponentProps<'textarea'>, 'name'>;

/** A labelled text of several lines. The hint says whether it may stay empty. Its id is its name unless given. */
export function TextAreaField({ label, name, id = name, hint, error, rows = 5, ...rest }: Props) {
  return (
    <div className={`${styles.field} ${styles.wide}`}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} />
      <textarea className={styles.input} id={id} name={name} rows={rows} aria-invalid={error ? true : undefined} aria-describedby={describedBy({ id, hint, error })} {...rest} />
      <FieldNotes id={id} error={error} />
    </div>
  );
}
