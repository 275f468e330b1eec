// One visitor of the learner's app: what a browser keeps and does between address bar and page. No DOM, no clock of its own.
import type { AppExchange, AppRequest, AppRoute } from '../../schema';
import { afterRun } from './after-a-run';
import { type Destination, ORIGIN, pathOf, resolveAddress, typedAddress } from './address';
import { cookieHeader, cookiesFor, type Jar, type Refusal, storeCookies, withNewCookie, withoutCookie, withoutExpired, withValue } from './cookie-jar';
import { formRequest, type FormSubmission } from './form-request';
import { redirected, redirectTarget } from './redirect';

/** What led to a request: the address bar, a link, a form, a redirect, or a page that needs it for its looks. */
export type Cause = 'typed' | 'link' | 'form' | 'redirect' | 'part';
export type Visit = AppExchange & {
  id: number;
  /** which run of the program answered, from 1 */
  run: number;
  cause: Cause;
  /** names of the cookies it set or deleted */
  set: string[];
  refused: Refusal[];
};

/** What the browser shows at a place in its history. */
export type Page = {
  url: string;
  hash: string;
  /** the request that led here, first of its redirects, for another go */
  asked: AppRequest;
  /** its redirects and what it came to, in order */
  visits: Visit[];
  /** why the last redirect was not followed */
  stopped: { why: 'outside' | 'no-page'; href: string } | { why: 'too-many' } | null;
};

export type VisitorState = {
  /** counts the runs of the program that were met; lines of earlier ones may stand elsewhere by now */
  run: number;
  pages: readonly Page[];
  /** index in `pages` of what is shown; -1 before anything is */
  at: number;
  loading: boolean;
  /** all requests, oldest first, at most MAX_VISITS */
  visits: readonly Visit[];
  jar: Jar;
  /** where the last link would have led that was not followed */
  stayed: Extract<Destination, { kind: 'outside' | 'no-page' }> | null;
  /** why the app could not be asked */
  failure: string | null;
};

export type Visitor = {
  state: () => VisitorState;
  subscribe: (onChange: () => void) => () => void;
  /** The program has run and left `app` behind: what is shown is asked of it again, or `start` when nothing is. The same app again changes nothing. */
  meet: (app: { routes: AppRoute[] }, start: string) => Promise<void>;
  /** What the address bar says. Asked with other methods than GET, the body is empty. */
  open: (typed: string, method?: string) => Promise<void>;
  /** A link of the page shown; one to a place within it asks nothing. */
  follow: (href: string) => Promise<void>;
  submit: (form: FormSubmission) => Promise<void>;
  /** Asks again for what is shown; a form is sent again. */
  reload: () => Promise<void>;
  /** Back and forward show what was there, without asking again, as browsers mostly do. */
  go: (steps: -1 | 1) => void;
  /** What a page shows besides its own text. Null when it is not the app's, or did not come with a 2xx. */
  part: (href: string, base: string) => Promise<AppExchange['response'] | null>;
  setCookie: (key: string, value: string) => void;
  addCookie: (name: string, value: string) => void;
  deleteCookie: (key: string) => void;
  /** Somebody who was never here: no cookies, no history. */
  startAnew: () => void;
  /** As when a browser is closed: history goes, and so do cookies that last until then. */
  close: () => void;
};

const MAX_VISITS = 60;
/** as in Chromium and Firefox */
const MAX_REDIRECTS = 20;
const MAX_PAGES = 50;
const ACCEPT = { page: 'text/html,application/xhtml+xml,*/*;q=0.8', part: 'image/*,text/css,*/*;q=0.5' };
const NOTHING = new Uint8Array();
const FRESH: VisitorState = { run: 0, pages: [], at: -1, loading: false, visits: [], jar: [], stayed: null, failure: null };

type Options = {
  /** asks the app; throws when it cannot be asked */
  visit: (request: AppRequest) => Promise<AppExchange>;
  /** ms since 1970 */
  now: () => number;
  /** text that occurs in no upload */
  boundary: () => string;
};

export function makeVisitor({ visit, now, boundary }: Options): Visitor {
  let state = FRESH;
  let asking = 0; // a later request makes the answers of earlier ones too late to be shown
  let lastId = 0;
  let met: object | null = null;
  const listeners = new Set<() => void>();
  const change = (next: Partial<VisitorState>) => {
    state = { ...state, ...next };
    for (const tell of listeners) tell();
  };
  const shown = (): Page | undefined => state.pages[state.at];
  const withCookies = (request: AppRequest): AppRequest => {
    const cookie = cookieHeader(cookiesFor(state.jar, { path: pathOf(request.url), now: now() }));
    return cookie === null ? request : { ...request, headers: [...request.headers, ['Cookie', cookie]] };
  };

  async function ask(request: AppRequest, cause: Cause): Promise<Visit> {
    const { run } = state;
    const exchange = await visit(withCookies(request));
    const lines = exchange.response.headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
    const setBy = `${request.method} ${request.url}`;
    const { jar, set, refused } = storeCookies(state.jar, { lines, path: pathOf(request.url), setBy, now: now() });
    const made: Visit = { ...exchange, id: (lastId += 1), run, cause, set, refused };
    change({ jar, visits: [...state.visits, made].slice(-MAX_VISITS) });
    return made;
  }

  /** Asks, and goes where the answers lead. */
  async function askThrough(first: AppRequest, { cause, hash: firstHash }: { cause: Cause; hash: string }): Promise<Page> {
    const visits: Visit[] = [];
    let request = first;
    let hash = firstHash;
    let stopped: Page['stopped'] = null;
    for (;;) {
      const made = await ask(request, visits.length === 0 ? cause : 'redirect');
      visits.push(made);
      const target = redirectTarget(made, request.url);
      if (target === null) break;
      if (target.kind !== 'inside') stopped = { why: target.kind, href: target.href };
      else if (visits.length > MAX_REDIRECTS) stopped = { why: 'too-many' };
      if (stopped || target.kind !== 'inside') break;
      hash = target.hash || hash;
      request = redirected(request, { status: made.response.status, url: target.url });
    }
    return { url: request.url, hash, asked: first, visits, stopped };
  }

  async function show(request: AppRequest, { cause, hash, inPlace = false }: { cause: Cause; hash: string; inPlace?: boolean }): Promise<void> {
    const turn = (asking += 1);
    change({ loading: true, stayed: null, failure: null });
    try {
      const page = await askThrough(request, { cause, hash });
      if (turn !== asking) return;
      const before = state.pages.slice(0, inPlace ? state.at : state.at + 1);
      const pages = [...before, page, ...(inPlace ? state.pages.slice(state.at + 1) : [])].slice(-MAX_PAGES);
      change({ loading: false, pages, at: inPlace ? state.at : pages.length - 1 });
    } catch (error) {
      if (turn === asking) change({ loading: false, failure: error instanceof Error ? error.message : String(error) });
    }
  }

  const get = (url: string, referer: string | null): AppRequest => ({ method: 'GET', url, headers: browserHeaders('page', referer), body: NOTHING });
  const stay = (destination: VisitorState['stayed']) => change({ stayed: destination, failure: null });
  const here = (): string => shown()?.url ?? '/';

  async function open(typed: string, method = 'GET'): Promise<void> {
    const to = typedAddress(typed);
    if (to.kind !== 'inside') return stay(to);
    return show({ ...get(to.url, null), method }, { cause: 'typed', hash: to.hash });
  }

  async function reload(): Promise<void> {
    const page = shown();
    if (page) await show(page.asked, { cause: page.visits[0]?.cause ?? 'typed', hash: page.hash, inPlace: true });
  }

  async function meet(app: { routes: AppRoute[] }, start: string): Promise<void> {
    if (app === met) return state.at < 0 && !state.loading ? open(start) : undefined;
    met = app;
    change({ run: state.run + 1 });
    const next = afterRun({ pages: state.pages.slice(0, state.at + 1), routes: app.routes, start });
    return 'open' in next ? open(next.open) : reload();
  }

  return {
    state: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    meet,
    open,
    follow: async (href) => {
      const to = resolveAddress(href, here());
      if (to.kind !== 'inside') return stay(to);
      return show(get(to.url, here()), { cause: 'link', hash: to.hash });
    },
    submit: async (form) => {
      const { method, destination, contentType, body } = formRequest(form, { base: here(), boundary: boundary() });
      if (destination.kind !== 'inside') return stay(destination);
      const headers = browserHeaders('page', here());
      if (method === 'POST') headers.push(['Origin', ORIGIN]);
      if (contentType) headers.push(['Content-Type', contentType]);
      return show({ method, url: destination.url, headers, body }, { cause: 'form', hash: destination.hash });
    },
    reload,
    go: (steps) => {
      asking += 1;
      const at = Math.min(Math.max(state.at + steps, 0), state.pages.length - 1);
      change({ at, loading: false, stayed: null, failure: null });
    },
    part: async (href, base) => {
      const to = resolveAddress(href, base);
      if (to.kind !== 'inside') return null;
      let request: AppRequest = { method: 'GET', url: to.url, headers: browserHeaders('part', base), body: NOTHING };
      for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
        const made = await ask(request, 'part');
        const target = redirectTarget(made, request.url);
        if (target === null) return made.response.status >= 200 && made.response.status < 300 ? made.response : null;
        if (target.kind !== 'inside') return null;
        request = { ...request, url: target.url };
      }
      return null;
    },
    setCookie: (key, value) => change({ jar: withValue(state.jar, key, value) }),
    addCookie: (name, value) => change({ jar: withNewCookie(withoutExpired(state.jar, now()), { name, value, now: now() }) }),
    deleteCookie: (key) => change({ jar: withoutCookie(state.jar, key) }),
    startAnew: () => {
      asking += 1;
      change({ ...FRESH, run: state.run });
    },
    close: () => {
      asking += 1;
      change({ ...FRESH, run: state.run, jar: state.jar.filter(({ expires }) => expires !== null) });
    },
  };
}

function browserHeaders(what: 'page' | 'part', referer: string | null): AppRequest['headers'] {
  const headers: AppRequest['headers'] = [
    ['User-Agent', 'Mozilla/5.0 (Coursewright mini-browser)'],
    ['Accept', ACCEPT[what]],
    ['Accept-Language', 'en'],
  ];
  if (referer !== null) headers.push(['Referer', ORIGIN + referer]);
  return headers;
}
