import { CircleAlert } from 'lucide-react';
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
          <CircleAlert size={16} aria-hidden />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}
