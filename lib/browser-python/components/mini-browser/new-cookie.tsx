import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { whyNotValue } from '../visits/cookie-jar';
import styles from './cookie-form.module.css';

/** A cookie made by hand, as a visitor with a browser's tools can. */
export function NewCookie({ taken, onAdd }: { taken: string[]; onAdd: (name: string, value: string) => void }) {
  const id = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [said, setSaid] = useState<{ wrong: boolean; text: string } | null>(null);

  function add() {
    const why = whyNotName(name, taken) ?? whyNotValue(value);
    if (why) return setSaid({ wrong: true, text: why });
    onAdd(name, value);
    setSaid({ wrong: false, text: `${name} is there: the next request sends it.` });
    setName('');
    setValue('');
    nameField.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // Enter would submit the form around the program
    event.stopPropagation();
    add();
  }
  const shared = { 'aria-describedby': `${id}-said`, spellCheck: false, autoComplete: 'off', onKeyDown, className: styles.input } as const;
  return (
    <div className={styles.form} role="group" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} className={styles.title}>
        Make a cookie by hand
      </p>
      <div className={styles.row}>
        <label htmlFor={`${id}-name`} className={styles.label}>
          Name
        </label>
        <input id={`${id}-name`} ref={nameField} value={name} onChange={({ target }) => setName(target.value)} {...shared} />
        <label htmlFor={`${id}-value`} className={styles.label}>
          Value
        </label>
        <input id={`${id}-value`} value={value} onChange={({ target }) => setValue(target.value)} {...shared} />
        <Button type="button" size="s" onClick={add}>
          Add cookie
        </Button>
      </div>
      <p id={`${id}-said`} role="status" className={said?.wrong ? styles.wrong : styles.note}>
        {said?.text}
      </p>
    </div>
  );
}

function whyNotName(name: string, taken: string[]): string | null {
  if (name === '') return 'A cookie needs a name.';
  if (/[\s=;,"]/.test(name)) return 'A cookie’s name holds no spaces, quotes, =, ; or comma.';
  return taken.includes(name) ? `There is a cookie ${name} already: change that one.` : null;
}
