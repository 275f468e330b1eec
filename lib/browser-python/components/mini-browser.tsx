'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/button';
import { Callout } from '@/components/callout';
import type { AppRoute, Python } from '../schema';
import { AddressBar } from './mini-browser/address-bar';
import { CookiesView } from './mini-browser/cookies-view';
import { keptFor, type View } from './mini-browser/kept';
import styles from './mini-browser.module.css';
import { PageView } from './mini-browser/page-view';
import { ResponseView } from './mini-browser/response-view';
import { startAddress } from './mini-browser/start-address';
import { TimelineView } from './mini-browser/timeline-view';
import { ViewTabs } from './mini-browser/view-tabs';
import { VisitList } from './mini-browser/visit-list';
import { visitsWords } from './mini-browser/words';
import type { Visit, Visitor, VisitorState } from './visits/visitor';

type Props = {
  python: Python;
  /** whose browser it is: with it, cookies and history are kept from one run to the next */
  owner: object;
  /** what the last run left behind */
  app: { routes: AppRoute[] };
  /** the address to begin with; else the first page of the app that takes no arguments */
  open?: string;
  onClose: () => void;
  /** goes to a line of the program, where the learner wrote it */
  onLine?: (line: number) => void;
};

/** The learner's app in a browser of its own: an address bar, its pages, and what goes on behind them. */
export function MiniBrowser({ python, owner, app, open, onClose, onLine: toLine }: Props) {
  const [kept] = useState(() => keptFor(owner, python));
  const { visitor } = kept;
  const start = open ?? startAddress(app.routes);
  const state = useSyncExternalStore(visitor.subscribe, visitor.state, visitor.state);
  const [view, setView] = useState<View>(() => kept.looks().view);
  const [picked, setPicked] = useState<Visit | null>(null);
  const [resend, setResend] = useState(false);
  /** whether the page before led to this one, so that the reader goes on within it */
  const [within, setWithin] = useState(false);
  const panel = useRef<HTMLDivElement>(null);

  const page = state.pages[state.at];
  const last = page?.visits.at(-1);
  const chosen = picked && state.visits.includes(picked) ? picked : last;
  /** lines of an earlier program may stand elsewhere by now */
  const onLineOf = (visit?: Visit) => (visit?.run === state.run ? toLine : undefined);
  const isForm = page !== undefined && page.asked.method !== 'GET';

  const move = useCallback(
    (how: (visitor: Visitor) => unknown, { fromPage = false } = {}) => {
      setWithin(fromPage);
      setPicked(null);
      setResend(false);
      void how(visitor);
    },
    [visitor],
  );
  useEffect(() => {
    void visitor.meet(app, start);
  }, [visitor, app, start]);
  useEffect(() => kept.look({ view }), [kept, view]);
  const shownId = last?.id;
  useEffect(() => {
    // what had the focus may be gone with the page before; a new frame takes it by itself
    if (within && shownId !== undefined && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [shownId, within]);

  return (
    <section className={styles.browser} aria-label="Your app in a browser">
      <div className={styles.top}>
        <AddressBar
          address={page ? page.url + page.hash : start}
          method={page?.asked.method ?? 'GET'}
          routes={app.routes}
          loading={state.loading}
          can={{ back: state.at > 0, forward: state.at < state.pages.length - 1, reload: page !== undefined }}
          onBack={() => move(() => visitor.go(-1))}
          onForward={() => move(() => visitor.go(1))}
          onReload={() => (isForm ? setResend(true) : move(() => visitor.reload()))}
          onStop={python.stop}
          onOpen={(address, method) => move(() => visitor.open(address, method))}
        />
        <div className={styles.whole}>
          <Button type="button" size="s" variant="quiet" onClick={() => move(() => (visitor.startAnew(), visitor.open(start)))}>
            New visitor
          </Button>
          <Button type="button" size="s" variant="quiet" onClick={() => (visitor.close(), onClose())}>
            Close
          </Button>
        </div>
      </div>
      <p className={styles.says} role="status">
        {saysOf({ loading: state.loading, failure: state.failure, stayed: state.stayed, visits: page?.visits ?? [] })}
      </p>
      {resend && (
        <div className={styles.ask} role="group" aria-label="Send the form again?">
          <p>This page answers a form. Reloading sends the form again.</p>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- it asks about the button that was pressed */}
          <Button type="button" size="s" autoFocus onClick={() => move(() => visitor.reload())}>
            Send it again
          </Button>
          <Button type="button" size="s" variant="quiet" onClick={() => setResend(false)}>
            Do not
          </Button>
        </div>
      )}
      <ViewTabs
        tabs={[
          { name: 'page', label: 'Page' },
          { name: 'response', label: 'Response' },
          { name: 'cookies', label: 'Cookies', count: state.jar.length },
          { name: 'timeline', label: 'Timeline' },
        ]}
        shown={view}
        onShow={setView}
      >
        <div ref={panel} tabIndex={-1} className={styles.panel} aria-busy={state.loading}>
          {state.failure && view === 'page' && (
            <Callout tone="bad" title="Your app did not answer">
              {state.failure}
            </Callout>
          )}
          {page && (
            <PageView
              page={page}
              visible={view === 'page'}
              part={visitor.part}
              takesFocus={within}
              kept={kept}
              onLine={onLineOf(last)}
              onFollow={(href) => move(() => visitor.follow(href), { fromPage: true })}
              onSubmit={(form) => move(() => visitor.submit(form), { fromPage: true })}
            />
          )}
          {view === 'response' && chosen && <ResponseView visit={chosen} />}
          {view === 'cookies' && <CookiesView jar={state.jar} visitor={visitor} />}
          {view === 'timeline' && chosen && <TimelineView visit={chosen} onLine={onLineOf(chosen)} />}
        </div>
      </ViewTabs>
      {state.visits.length > 0 && (
        <VisitList
          visits={state.visits}
          chosen={chosen?.id ?? null}
          onChoose={(visit) => {
            setPicked(visit);
            if (view === 'page' || view === 'cookies') setView('response');
          }}
        />
      )}
    </section>
  );
}

function saysOf({ loading, failure, stayed, visits }: { loading: boolean; failure: string | null; stayed: VisitorState['stayed']; visits: readonly Visit[] }): string {
  if (loading) return 'Asking your app…';
  if (failure) return 'Your app did not answer.';
  if (stayed?.kind === 'outside') return `That leads to ${stayed.href}. This browser stays with your app.`;
  if (stayed) return `${stayed.href} is no page of your app, so nothing opens.`;
  return visitsWords(visits);
}
