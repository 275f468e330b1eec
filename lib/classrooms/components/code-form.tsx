import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import styles from './code-form.module.css';

/** A plain GET form: it leads to the page of the code, or back here with what is wrong. */
export function CodeForm({ code = '', error }: { code?: string; error?: string }) {
  return (
    <form className={styles.form} action="/join">
      <TextField label="Join code" name="code" defaultValue={code} error={error} autoComplete="off" autoCapitalize="characters" spellCheck={false} required />
      <div>
        <Button>Continue</Button>
      </div>
    </form>
  );
}
