import type { ReactNode } from 'react';
import { describedBy, FieldNotes } from './field-notes';
import styles from './choice-field.module.css';

type Option = { value: string; label: ReactNode; hint?: string };
type Props = { legend: string; name: string; id?: string; hint?: string; error?: string; options: Option[]; defaultValue?: string };

/** One of a few, as radio buttons. Its id is that of the first of them, so that `ErrorSummary` can link to it. */
export function ChoiceField({ legend, name, id = name, hint, error, options, defaultValue }: Props) {
  return (
    <fieldset className={styles.field} aria-describedby={describedBy({ id, hint, error })}>
      <legend className={styles.legend}>{legend}</legend>
      <FieldNotes id={id} hint={hint} />
      <FieldNotes id={id} error={error} />
      {options.map(({ value, label, hint: more }, index) => (
        <label key={value} className={styles.option}>
          <input type="radio" id={index === 0 ? id : undefined} name={name} value={value} defaultChecked={value === defaultValue} aria-invalid={error && index === 0 ? true : undefined} />
          <span>
            {label}
            {more && <span className={styles.more}>{more}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
