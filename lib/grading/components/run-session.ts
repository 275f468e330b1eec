import type { Python } from '@/lib/browser-python/schema';
import type { RunResult } from '../schema';
import { takeTheApp } from './app-owner';
import { addPart, type OutputPart, partsOf } from './output-parts';
import { makesFlaskApp } from './program-text';
import { type Program, type RunAnswer, runAnywhere, type WaitingFor, causeOf } from './run-anywhere';
import { FRESH, type Runnable, type RunShown } from './run-shown';
import { endInWords, notHereInWords, WAITING } from './run-words';
import { Refusal } from './submission-client';

/** ms: a run that ends before shows no Stop and leaves the earlier output until it has its own */
const SHORT = 150;
/** ms between two looks of what streams in */
const FRAME = 33;

export type RunSession = {
  python: Python;
  shown: () => RunShown | null;
  subscribe: (onChange: () => void) => () => void;
  run: (program: Runnable) => Promise<void>;
  stop: () => void;
  /** opens the app of the program that has run, running it here first when it ran on the server */
  openApp: () => Promise<void>;
  closeApp: () => void;
  /** forgets what is shown */
  clear: () => void;
};

type Setup = {
  python: Python;
  server: (program: Program, signal: AbortSignal) => Promise<RunResult>;
  /** read aloud */
  says: (words: string) => void;
  /** `stoppable`, or what is shown at all, has changed */
  onChange: (shown: RunShown | null) => void;
  onEnd?: (answer: RunAnswer, program: Runnable) => void;
  /** opens the app after every run without being asked */
  opensApp?: boolean;
};

/** the reason why programs run on the server has been told on this page */
let whyIsTold = false;

/** The runs of one example or exercise, one at a time. It knows no page: what it shows is drawn by `RunStage`. */
export function openRunSession({ python, server, says, onChange, onEnd, opensApp = false }: Setup): RunSession {
  let shown: RunShown | null = null;
  let runs = 0;
  let control: AbortController | null = null;
  let opening: object | null = null;
  let frame: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();

  function tell(): void {
    if (frame) clearTimeout(frame);
    frame = null;
    for (const listener of listeners) listener();
  }
  function set(change: Partial<RunShown>): void {
    if (shown) show({ ...shown, ...change });
  }
  function show(next: RunShown | null): void {
    const before = shown;
    shown = next;
    tell();
    if (before === null || next === null || before.stoppable !== next.stoppable) onChange(next);
  }

  const loseApp = () => {
    if (shown?.app) set({ app: 'can-be-had', appIsOpen: false });
  };

  async function run(runnable: Runnable, { thenOpen = opensApp }: { thenOpen?: boolean } = {}): Promise<void> {
    if (control) return;
    opening = null;
    const mine = (control = new AbortController());
    const { signal } = mine;
    const wasOpen = shown?.appIsOpen ?? false;
    // What the last run printed stays until there is something to take its place.
    runs += 1;
    let next: RunShown = { ...FRESH, program: runnable, nth: runs };
    let begun = false;
    const begin = (change: Partial<RunShown> = {}) => {
      next = { ...next, ...change };
      if (signal.aborted) return;
      begun = true;
      show(next);
    };
    const later = setTimeout(() => begin({ stoppable: true }), SHORT);
    says('Running…');
    const write = (part: OutputPart) => {
      if (signal.aborted) return;
      const parts = addPart(next.parts, part);
      if (!begun) return begin({ parts });
      next = { ...next, parts };
      shown = next;
      frame ??= setTimeout(tell, FRAME);
    };
    let questions = 0;
    const ask = (prompt: string) =>
      new Promise<string | null>((resolve) => {
        const answer = (text: string | null) => {
          begin({ asks: null });
          if (text !== null) write({ stream: 'stdin', text: `${text}\n` });
          resolve(text);
        };
        signal.addEventListener('abort', () => resolve(null), { once: true });
        questions += 1;
        begin({ asks: { nth: questions, prompt, answer, announce: () => says('The program asks for input.') }, stoppable: true });
      });
    const here = () => {
      takeTheApp(loseApp);
      next = { ...next, place: 'browser', parts: [], waiting: null };
      if (begun) begin();
    };
    const wait = (waiting: WaitingFor) => {
      begin({ waiting, stoppable: true });
      says(WAITING[waiting]);
    };
    let end: Partial<RunShown>;
    try {
      const ended = await runAnywhere({ program: programOf(runnable), python, server, handlers: { onOutput: write, onInput: ask }, onHere: here, onWaiting: wait, signal });
      if (ended.kind === 'needs-stdin') {
        end = { needsStdin: ended.why };
        says('This program reads what you type. Write it below, then run it.');
      } else {
        end = endOf(ended.answer, next);
        onEnd?.(ended.answer, runnable);
        says(endInWords(ended.answer));
      }
    } catch (error) {
      end = refused(error);
    } finally {
      clearTimeout(later);
    }
    if (control !== mine) return; // cleared meanwhile
    control = null;
    show({ ...next, stoppable: false, waiting: null, asks: null, ...end, appIsOpen: (wasOpen || thenOpen) && typeof end.app === 'object' && end.app !== null });
    if (thenOpen && end.app === 'can-be-had') await openApp();
  }

  function endOf(answer: RunAnswer, { parts, place, program }: RunShown): Partial<RunShown> {
    const couldOpen = answer.place === 'server' && answer.outcome === 'ran' && python.state().kind !== 'unfit' && makesFlaskApp(program.code);
    return { end: answer, place: answer.place ?? place, parts: parts.length > 0 ? parts : partsOf(answer), app: answer.app ?? (couldOpen ? 'can-be-had' : null), whyNotHere: whyOnServer(answer) };
  }

  function whyOnServer(answer: RunAnswer): string | null {
    const state = python.state();
    if (state.kind !== 'unfit' || answer.place !== 'server' || whyIsTold) return null;
    whyIsTold = true;
    return notHereInWords({ cause: state.why, refusal: null });
  }

  function refused(error: unknown): Partial<RunShown> {
    const refusal = error instanceof Refusal ? error : new Refusal({ kind: 'broken', message: error instanceof Error ? error.message : '' });
    says(refusal.message || 'The site cannot be reached.');
    const why = notHereInWords({ cause: causeOf(python), refusal: refusal.kind });
    return { refusal, whyNotHere: why, waitUntil: refusal.kind === 'too-many' ? Date.now() + (refusal.retryAfter ?? 10) * 1000 : null };
  }

  async function openApp(): Promise<void> {
    if (!shown || control) return;
    if (shown.app !== 'can-be-had') return set({ appIsOpen: shown.app !== null });
    const { program } = shown;
    const mine = (opening = {});
    set({ waiting: 'app', cannotOpen: null });
    says(WAITING.app);
    const ready = await python.boot().catch(() => false);
    if (opening !== mine) return;
    set({ waiting: null });
    if (!ready) {
      const cannotOpen = causeOf(python) ?? 'Python could not be loaded in this browser.';
      says(cannotOpen);
      return set({ cannotOpen, app: python.state().kind === 'unfit' ? null : shown.app });
    }
    await run(program, { thenOpen: true });
    if (shown?.appIsOpen) says('The app is open below.');
  }

  return {
    python,
    shown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (program) => run(program),
    stop: () => control?.abort(),
    openApp,
    closeApp: () => set({ appIsOpen: false }),
    clear: () => {
      control?.abort();
      control = opening = null;
      show(null);
    },
  };
}

/** What is run of it: the server takes nothing else. */
const programOf = ({ code, stdin }: Runnable): Program => (stdin === undefined ? { code } : { code, stdin });
