import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import styles from './search-form.module.css';

/** A plain GET form: the address of a search can be kept and shared. */
export function SearchForm({ query }: { query: string }) {
  return (
    <search>
      <form className={styles.form} action="/admin">
        <TextField label="Name or e-mail address" name="q" type="search" defaultValue={query} required={false} />
        <Button>Search</Button>
      </form>
    </search>
  );
}
