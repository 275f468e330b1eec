import type { ComponentProps } from 'react';
import { describedBy, FieldNotes } from './field-notes';
import styles from './field.module.css';

type Props = { label: string; name: string; hint?: string; error?: string } & Omit<ComponentProps<'input'>, 'name'>;

/** A labelled text input with its hint and error. Its id is its name unless given, so `ErrorSummary` can link to it. */
export function TextField({ label, name, id = name, hint, error, required, defaultValue, ...rest }: Props) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {!required && <span className={styles.optional}>(optional)</span>}
      </label>
      <FieldNotes id={id} hint={hint} />
      <input
        className={styles.input}
        id={id}
        name={name}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        {...rest}
        // a password never stands in a page
        defaultValue={rest.type === 'password' ? undefined : defaultValue}
      />
      <FieldNotes id={id} error={error} />
    </div>
  );
}
