'use client';

import { type FormEvent, type MouseEvent, type ReactNode, useActionState, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { submitExercise } from '../actions';
import type { Bench, BenchView } from './bench-state';
import { type PanelExercise, readDraft, saveDraft } from './draft';
import { readIntent } from './intent';
import { NotLoaded, notLoadedInWords } from './not-loaded';
import styles from './panel-form.module.css';
import { loadPartsForLater } from './parts-for-later';

/** The form and no more: editor, handing in and results come with the bench, on the first sign that somebody means to work. */
export function PanelForm({ exercise, children }: { exercise: PanelExercise; children: ReactNode }) {
  const ids = { area: `${exercise.id}-code`, keys: `${exercise.id}-keys`, refused: `${exercise.id}-refused` };
  // Without scripts the answer to the form is a whole page: the address leads down to the reason, if the form was refused.
  const [refused, formAction] = useActionState(submitExercise, null, `#${ids.refused}`);
  const [view, setView] = useState<BenchView>({ busy: false, waits: false, stoppable: false, label: 'Submit', below: null, says: '' });
  const box = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const opening = useRef<Promise<Bench> | null>(null);

  const open = useCallback((): Promise<Bench> => {
    opening.current ??= import('./bench').then(({ openBench }) => {
      if (!area.current || !box.current || !host.current) throw new Error('the panel is gone');
      const show = (change: Partial<BenchView>) => setView((before) => ({ ...before, ...change }));
      return openBench({ exercise, area: area.current, box: box.current, host: host.current, describedBy: ids.keys, show });
    });
    // Offline, say: the plain text area goes on working, and the next try loads again.
    opening.current.then(loadPartsForLater).catch(() => (opening.current = null));
    return opening.current;
  }, [exercise, ids.keys]);

  const withBench = (act: (bench: Bench) => void) => {
    const failed = () => setView((before) => ({ ...before, says: notLoadedInWords, below: <NotLoaded /> }));
    void open().then((bench) => {
      setView((before) => (before.says === notLoadedInWords ? { ...before, says: '', below: null } : before));
      act(bench);
    }, failed);
  };

  useEffect(() => {
    const { current } = area;
    if (!current || !box.current) return;
    // What was typed before this script ran, or kept by the browser over a reload, wins over the stored draft.
    const draft = current.value === exercise.starter ? readDraft(exercise.id) : null;
    if (draft !== null) current.value = draft;
    if (current.value !== exercise.starter) delete box.current.dataset.pristine;
    if (readIntent(exercise.id)) void open().then((bench) => bench.resume(), () => {});
  }, [exercise, open]);

  function onInput() {
    if (!area.current || !box.current) return;
    delete box.current.dataset.pristine;
    saveDraft({ exercise, code: area.current.value });
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!view.busy) withBench((bench) => bench.submit());
  }
  function runOrStop({ detail }: MouseEvent) {
    if (!view.stoppable) withBench((bench) => bench.run());
    else if (detail < 2) withBench((bench) => bench.stop()); // the second click of a double one meant Run
  }
  const toggle = (aside: 'earlier' | 'solution') => (event: MouseEvent) => {
    event.preventDefault();
    withBench((bench) => bench.toggle(aside));
  };
  const intent = () => void open().catch(() => {});

  return (
    <form action={formAction} className={styles.panel} onSubmit={onSubmit} onPointerEnter={intent} onFocus={intent} onTouchStart={intent}>
      <input type="hidden" name="exerciseId" value={exercise.id} />
      <div className={styles.bar}>
        <label htmlFor={ids.area}>Your program</label>
        <Button type="button" variant="quiet" size="s" className="needs-script" onClick={() => withBench((bench) => bench.reset())}>
          Reset
        </Button>
      </div>
      {refused && (
        <p id={ids.refused} className={styles.refused} role="alert">
          {refused.message} Your code is still here.
        </p>
      )}
      <div className={styles.box} ref={box} data-pristine="yes">
        <div className={`${styles.ghost} needs-script`} aria-hidden inert>
          {children}
        </div>
        <textarea
          ref={area} id={ids.area} name="code" className={styles.area} defaultValue={refused?.code ?? exercise.starter} rows={exercise.starter.split('\n').length + 1}
          wrap="off" spellCheck={false} autoCapitalize="off" autoCorrect="off" autoComplete="off" onInput={onInput} aria-describedby={refused ? `${ids.refused} ${ids.keys}` : ids.keys}
        />
        <div ref={host} className={styles.host} />
      </div>
      <p id={ids.keys} className={`${styles.keys} needs-script`}>
        {exercise.hasBlanks ? 'Tab goes to the next blank, and indents when none is left' : 'Tab indents'}; to leave the editor, press Esc, then Tab. Ctrl+Enter submits.
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" aria-disabled={view.busy || view.waits}>
          {view.label}
        </Button>
        <Button type="button" className="needs-script" aria-disabled={view.busy} onClick={runOrStop}>
          {view.stoppable ? 'Stop' : 'Run'}
        </Button>
        <a href={`/submissions?exercise=${exercise.id}`} onClick={toggle('earlier')}>
          Earlier submissions
        </a>
        <a href={`/solutions/${exercise.id}`} onClick={toggle('solution')}>
          Model solution
        </a>
      </div>
      <p className={styles.says} role="status">
        {view.says}
      </p>
      {view.below}
    </form>
  );
}
