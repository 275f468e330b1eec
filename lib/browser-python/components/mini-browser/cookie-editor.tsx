import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '@/components/button';
import { type Cookie, whyNotValue } from '../visits/cookie-jar';
import { forgeSession, type SessionCookie } from '../visits/session-cookie';
import styles from './cookie-form.module.css';

type Props = { cookie: Cookie; session: SessionCookie | null; onSave: (value: string) => void; onCancel: () => void };

/** Changes a cookie's value; of a session, what it holds, under the signature it has. */
export function CookieEditor({ cookie, session, onSave, onCancel }: Props) {
  const id = useId();
  const [text, setText] = useState(session?.data ?? cookie.value);
  const [wrong, setWrong] = useState<string | null>(null);

  function save() {
    const made = session ? forged(text, session.seal) : text;
    const why = made === null ? 'This is no JSON: names and text stand in double quotes, and the whole in { }.' : whyNotValue(made);
    if (why !== null || made === null) setWrong(why);
    else onSave(made);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel();
    else if (event.key !== 'Enter' || (session && !event.ctrlKey && !event.metaKey)) return;
    else save();
    event.preventDefault(); // Enter would submit the form around the program
    event.stopPropagation();
  }
  const shared = { id, value: text, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': `${id}-note`, spellCheck: false, autoComplete: 'off', onKeyDown, className: styles.input } as const;
  return (
    <div className={styles.form}>
      <label htmlFor={id} className={styles.label}>
        {session ? `What ${cookie.name} holds` : `Value of ${cookie.name}`}
      </label>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- it replaces the button that was pressed for it */}
      {session ? <textarea {...shared} autoFocus rows={text.split('\n').length + 1} onChange={({ target }) => setText(target.value)} /> : <input {...shared} autoFocus onChange={({ target }) => setText(target.value)} />}
      <p id={`${id}-note`} className={wrong ? styles.wrong : styles.note} role={wrong ? 'alert' : undefined}>
        {wrong ?? (session ? 'You have no key, so the old signature stays. See what the app makes of it.' : 'Whoever holds the browser can write anything here.')}
      </p>
      <div className={styles.actions}>
        <Button type="button" size="s" variant="primary" onClick={save}>
          Keep the change
        </Button>
        <Button type="button" size="s" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function forged(text: string, seal: string): string | null {
  try {
    return forgeSession(text, seal);
  } catch {
    return null;
  }
}
