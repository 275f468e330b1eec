import type { ComponentProps } from 'react';
import { describedBy, FieldNotes } from './field-notes';
import styles from './field.module.css';

type Props = { label: string; name: string; hint?: string; error?: string; options: { value: string; label: string }[] } & Omit<
  ComponentProps<'select'>,
  'name' | 'children'
>;

/** A labelled choice of one from a short list. Its id is its name unless given. */
export function SelectField({ label, name, id = name, hint, error, options, ...rest }: Props) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} />
      <select className={styles.input} id={id} name={name} aria-invalid={error ? true : undefined} aria-describedby={describedBy({ id, hint, error })} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldNotes id={id} error={error} />
    </div>
  );
}
