import { type ComponentType, useEffect, useState } from 'react';
import type { MiniBrowser } from '@/lib/browser-python/components/mini-browser';
import { Button } from '@/components/button';
import { Callout } from '@/components/callout';
import { FaultBarrier } from '@/components/fault-barrier';
import type { RunSession } from './run-session';
import type { RunShown } from './run-shown';
import styles from './run-app.module.css';

type Props = { session: RunSession; shown: RunShown; open?: string; onLine?: (line: number) => void; keepFocus: (act: () => void) => void };
type Loaded = ComponentType<Parameters<typeof MiniBrowser>[0]>;

/** The way into the app that a program left behind: a button, then the app itself in a browser of its own. */
export function RunApp({ session, shown, open, onLine, keepFocus }: Props) {
  const { app, appIsOpen, waiting, stoppable, nth, cannotOpen } = shown;
  if (waiting === 'app') return null;
  if (app === null) return cannotOpen && <CannotOpen why={cannotOpen} />;
  if (app !== 'can-be-had' && appIsOpen) return <OpenApp nth={nth} owner={session} python={session.python} app={app} open={open} onLine={onLine} onClose={() => keepFocus(session.closeApp)} />;
  return (
    <div className={styles.door}>
      {cannotOpen && <CannotOpen why={cannotOpen} />}
      <Button type="button" size="s" aria-disabled={stoppable} onClick={() => keepFocus(() => void session.openApp())}>
        Open the app
      </Button>
      {app === 'can-be-had' && !cannotOpen && <p className={styles.first}>{session.python.state().kind === 'ready' ? 'The program runs again in your browser first.' : 'It needs Python in your browser: Python is loaded first, then the program runs here.'}</p>}
    </div>
  );
}

function CannotOpen({ why }: { why: string }) {
  return (
    <Callout tone="warn" title="The app cannot be opened">
      It needs Python in your browser. {why}
    </Callout>
  );
}

/** once it is here, later runs show the app without a gap */
let loaded: Loaded | null = null;

/** The mini-browser, whose script is loaded when somebody opens an app. */
function OpenApp({ nth, ...props }: { nth: number } & Parameters<typeof MiniBrowser>[0]) {
  const [Browser, setBrowser] = useState<Loaded | 'lost' | null>(() => loaded);
  useEffect(() => {
    if (!loaded)
      void import('@/lib/browser-python/components/mini-browser').then(
        (module) => setBrowser(() => (loaded = module.MiniBrowser)),
        () => setBrowser('lost'),
      );
  }, []);
  if (Browser === 'lost') return <Callout tone="warn">The site cannot be reached, so the app cannot be shown. Try again when you are online.</Callout>;
  if (Browser === null) return <p className={styles.first}>Opening the app…</p>;
  return (
    <FaultBarrier key={nth} instead={<Callout tone="warn">Something went wrong in showing the app. Your program is as it was; run it again to open it anew.</Callout>}>
      <Browser {...props} />
    </FaultBarrier>
  );
}
