import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import styles from './search-form.module.css';

/** A plain GET form: the address of a search can be kept and shared. */
export function SearchForm({ query }: { query: string }) {
  return (
    <search>
      {/* marked as required only to keep "(optional)" off the label: an empty search lists everybody */}
      <form className={styles.form} action="/admin" noValidate>
        <TextField label="Name or e-mail address" name="q" type="search" defaultValue={query} required aria-required={undefined} />
        <Button>Search</Button>
      </form>
    </search>
  );
}
