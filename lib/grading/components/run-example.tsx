'use client';

import { type FormEvent, type MouseEvent, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { NotLoaded, notLoadedInWords } from './not-loaded';
import { loadPartsForLater } from './parts-for-later';
import type { RunBench, RunView } from './run-bench';
import styles from './run-example.module.css';

/**
 * Run and Edit of an example. Without scripts Run is a plain form that leads to a page with the output.
 * @param exampleId `<lesson id>/<example name>`
 * @param open the address of the program's own app to open after Run, such as `/get`
 */
export function RunExample({ code, expectedOutput, exampleId, open: address }: { code: string; expectedOutput: string; exampleId: string; open?: string }) {
  const [view, setView] = useState<RunView>({ stoppable: false, editing: false, below: null, says: '' });
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const opening = useRef<Promise<RunBench> | null>(null);
  const keys = `run-${exampleId.replace('/', '-')}-keys`;

  const open = (): Promise<RunBench> => {
    const show = (change: Partial<RunView>) => setView((before) => ({ ...before, ...change }));
    opening.current ??= import('./run-bench').then(({ openRunBench }) => openRunBench({ code, expectedOutput, open: address, area, host, describedBy: keys, show }));
    opening.current.then(loadPartsForLater).catch(() => (opening.current = null));
    return opening.current;
  };
  const act = (what: (bench: RunBench) => void) => void open().then(what, () => setView((before) => ({ ...before, says: notLoadedInWords, below: <NotLoaded /> })));
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!view.stoppable) act((bench) => bench.run());
  }
  function onRunOrStop(event: MouseEvent) {
    if (!view.stoppable) return; // the form runs it
    event.preventDefault();
    if (event.detail < 2) act((bench) => bench.stop()); // the second click of a double one meant Run
  }
  const intent = () => void open().catch(() => {});

  return (
    <form action="/runs" className={`${styles.run} no-print`} onSubmit={onSubmit} onPointerEnter={intent} onFocus={intent} onTouchStart={intent}>
      <input type="hidden" name="example" value={exampleId} />
      <div className={styles.edit} hidden={!view.editing}>
        <textarea ref={area} className={styles.area} aria-label="The program, to change" rows={code.split('\n').length + 1} spellCheck={false} wrap="off" />
        <div ref={host} />
        <p id={keys} className={styles.keys}>
          Try something: this copy is yours. Tab indents; to leave the editor, press Esc, then Tab. Ctrl+Enter runs it.
        </p>
      </div>
      <div className={styles.actions}>
        <Button type="submit" size="s" onClick={onRunOrStop}>
          {view.stoppable ? 'Stop' : 'Run'}
        </Button>
        <Button type="button" variant="quiet" size="s" className="needs-script" aria-expanded={view.editing} onClick={() => act((bench) => bench.toggle())}>
          {view.editing ? 'Put it back' : 'Edit'}
        </Button>
      </div>
      <p className={styles.says} role="status">
        {view.says}
      </p>
      {view.below}
    </form>
  );
}
