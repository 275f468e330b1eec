import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/button';
import styles from './run-input.module.css';

/** Where the reader types what `input()` reads, behind the prompt as in a terminal. It takes the focus from within its own form only. */
export function RunAsk({ prompt, onAnswer, announce }: { prompt: string; onAnswer: (text: string | null) => void; announce: () => void }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = field;
    if (current?.form?.contains(document.activeElement)) current.focus();
    else announce();
  }, [announce]);
  function onKeyDown(event: KeyboardEvent) {
    const ends = event.ctrlKey && event.key === 'd';
    if (event.key !== 'Enter' && !ends) return;
    event.preventDefault(); // Enter would submit the form around it
    event.stopPropagation();
    onAnswer(ends ? null : text);
  }
  return (
    <span className={styles.answer}>
      <label htmlFor={id} className={styles.label}>
        The program asks: {prompt.trim()}
      </label>
      <input ref={field} id={id} className={styles.field} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} autoComplete="off" autoCapitalize="off" spellCheck={false} enterKeyHint="send" />
      <Button type="button" size="s" onClick={() => onAnswer(text)}>
        Answer
      </Button>
      <Button type="button" size="s" variant="quiet" onClick={() => onAnswer(null)}>
        End of input
      </Button>
    </span>
  );
}

/** All that a program will read, typed before it runs: the server cannot ask. @param why a sentence */
export function RunStdin({ why, onRun }: { why: string; onRun: (stdin: string) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  return (
    <div className={styles.ask}>
      <label htmlFor={id}>This program reads what you type</label>
      <p id={`${id}-why`} className={styles.why}>
        {why} Programs run on the server then, which cannot ask in between: write all of it here, one line for each time the program asks.
      </p>
      <textarea id={id} className={styles.lines} rows={3} value={text} onChange={(event) => setText(event.target.value)} aria-describedby={`${id}-why`} autoComplete="off" autoCapitalize="off" spellCheck={false} />
      <Button type="button" size="s" className={styles.start} onClick={() => onRun(text === '' || text.endsWith('\n') ? text : `${text}\n`)}>
        Run with this
      </Button>
    </div>
  );
}
