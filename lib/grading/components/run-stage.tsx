import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '@/components/button';
import { Callout } from '@/components/callout';
import { Countdown } from './countdown';
import { OutputLog } from './output-log';
import { RunApp } from './run-app';
import { RunLoading } from './run-loading';
import { RunAsk, RunStdin } from './run-input';
import { RunOutput } from './run-output';
import type { RunSession } from './run-session';
import type { RunShown } from './run-shown';
import styles from './run-stage.module.css';

/**
 * What the runs of one example or exercise show, from the first letter of output to the open app.
 * @param onLine goes to a line of the program, where the learner wrote it
 * @param advice what checks say of the program, above its app
 */
export function RunStage({ session, open, onLine, advice }: { session: RunSession; open?: string; onLine?: (line: number) => void; advice?: ReactNode }) {
  const shown = useSyncExternalStore(session.subscribe, session.shown);
  const stage = useRef<HTMLDivElement>(null);
  const stoppable = shown?.stoppable ?? false;
  useEffect(() => {
    if (!stoppable) return;
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      const meant = target === document.body || stage.current?.closest('form')?.contains(target as Node);
      if (key === 'Escape' && meant) session.stop();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [stoppable, session]);
  if (!shown) return null;
  // What had the focus is about to go: it stays here, and does not fall back to the top of the page.
  const keepFocus = (act: () => void) => {
    stage.current?.focus({ preventScroll: true });
    act();
  };
  const { program, parts, end, waiting, refusal, needsStdin, whyNotHere } = shown;
  return (
    <div className={styles.stage} ref={stage} tabIndex={-1}>
      {end ? (
        <RunOutput result={end.place === null ? { ...end, place: null } : end} expected={program.expected} parts={parts} />
      ) : (
        <Running shown={shown} session={session} keepFocus={keepFocus} />
      )}
      {end && waiting === 'app' && <RunLoading python={session.python} what="app" />}
      {needsStdin !== null && <RunStdin why={needsStdin} onRun={(stdin) => keepFocus(() => void session.run({ ...program, stdin }))} />}
      {refusal && <Refused shown={shown} session={session} />}
      {whyNotHere && !tellsWhy(refusal) && <p className={styles.note}>{whyNotHere}</p>}
      {end && advice}
      <RunApp session={session} shown={shown} open={open} onLine={onLine} keepFocus={keepFocus} />
    </div>
  );
}

function Running({ shown: { parts, waiting, place, refusal, needsStdin, stoppable, asks }, session, keepFocus }: { shown: RunShown; session: RunSession; keepFocus: (act: () => void) => void }) {
  if (refusal || needsStdin !== null) return null;
  if (waiting) return <RunLoading python={session.python} what={waiting} />;
  const doing = asks ? 'The program waits for what you type.' : place === 'browser' ? 'Running in your browser…' : 'Running…';
  return (
    <div className={styles.running}>
      <p className={styles.label}>
        {doing} {stoppable && <span className={styles.key}>Esc stops it.</span>}
      </p>
      {(parts.length > 0 || asks) && (
        <OutputLog parts={parts} label="Output">
          {asks && <RunAsk prompt={asks.prompt} announce={asks.announce} onAnswer={(text) => keepFocus(() => asks.answer(text))} key={asks.nth} />}
        </OutputLog>
      )}
    </div>
  );
}

/** Whether the refusal itself says why the browser does not run the program: nothing else does then. */
const tellsWhy = (refusal: RunShown['refusal']): boolean => refusal?.kind === 'broken' || refusal?.kind === 'unreachable';

function Refused({ shown: { refusal, waitUntil, program, whyNotHere }, session }: { shown: RunShown; session: RunSession }) {
  if (waitUntil) return <Countdown what="run" until={waitUntil} key={waitUntil} onEnd={session.clear} />;
  if (refusal?.kind === 'refused') return <Callout tone="warn">{refusal.message}</Callout>;
  const unreachable = refusal?.kind === 'unreachable';
  return (
    <Callout tone="warn" title={unreachable ? 'The site cannot be reached' : 'The program could not run'}>
      <p className={styles.words}>
        {unreachable ? 'Are you offline?' : refusal?.message} {whyNotHere}
      </p>
      <Button type="button" size="s" onClick={() => void session.run(program)}>
        Try again
      </Button>
    </Callout>
  );
}
