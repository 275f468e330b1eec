import { Icon } from './icon';
import styles from './field.module.css';

export type FieldNotesProps = { id: string; hint?: string; error?: string };

/** The ids of the notes under a field, for its `aria-describedby`. */
export function describedBy({ id, hint, error }: FieldNotesProps) {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** The hint and the error of one field. */
export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="circle-alert" size={16} />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}
