// Python in this page: one worker, started when first needed and started anew when it had to be ended.
import { whyUnfit } from '../rules';
import type { Advice, AppExchange, BrowserRun, Python, PythonState, RunHandlers } from '../schema';
import { currentFolder, NotHere } from './current-folder';
import { thisDevice } from './device';
import { forgetSnapshot, keepForOffline, underServiceWorker } from './offline';
import { type PythonWorker, PythonCallFailed, startWorker } from './python-worker';
import { startStopwatch } from './stopwatch';

/** so long a program may take to obey a signal */
const STOP_WITHIN_MS = 90;
/** a program that nobody stops; the time in which it waits for input does not count */
const MAX_RUN_MS = 60_000;
const MAX_VISIT_MS = 10_000;
const MAX_ADVICE_MS = 15_000;

type Limits = { ms: number; handlers?: RunHandlers };

function makePython(): Python {
  let state: PythonState = { kind: 'cold' };
  let worker: PythonWorker | null = null;
  let booting: Promise<boolean> | null = null;
  let versions: Record<string, string> | null = null;
  let hasApp = false;
  /** the last call; the next one waits for its end, whichever that is */
  let inHand: Promise<unknown> = Promise.resolve();
  /** counts what was asked to stop; a call that has not begun then does not begin */
  let stops = 0;
  let stopping: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const unfit = whyUnfit(thisDevice());
  if (unfit) state = { kind: 'unfit', why: unfit };

  function become(next: PythonState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function start(): Promise<boolean> {
    become({ kind: 'loading', step: 'Loading Python', loaded: 0, total: 0 });
    try {
      const { folder, files } = await currentFolder();
      if (!window.crossOriginIsolated) await underServiceWorker(); // it then carries what is typed
      const started = startWorker(folder, (progress) => {
        if (worker === started) become(progress);
      });
      worker = started;
      const ready = await started.ready;
      versions = ready.versions;
      become({ kind: 'ready', fromSnapshot: ready.fromSnapshot, bootMs: ready.bootMs });
      void keepForOffline(files);
      return true;
    } catch (error) {
      worker = null;
      booting = null;
      const message = error instanceof Error ? error.message : String(error);
      become(error instanceof NotHere ? { kind: 'unfit', why: message } : { kind: 'failed', message });
      return false;
    }
  }

  function boot(): Promise<boolean> {
    if (state.kind === 'unfit') return Promise.resolve(false);
    booting ??= start();
    return booting;
  }

  async function readyWorker(): Promise<PythonWorker> {
    if ((await boot()) && worker) return worker;
    throw new Error(state.kind === 'unfit' ? state.why : state.kind === 'failed' ? state.message : 'Python could not be loaded.');
  }

  /** Ends the worker and begins the next one: that takes a while, and somebody is at work here. */
  function replaceWorker(reason: string): void {
    if (reason === 'broken') void forgetSnapshot();
    worker?.end(reason);
    worker = null;
    booting = null;
    hasApp = false;
    void boot();
  }

  function stopFor(reason: string): void {
    const stopped = worker;
    if (!stopped?.busy() || stopping) return;
    if (!stopped.interrupt()) return replaceWorker(reason);
    stopping = setTimeout(() => {
      stopping = undefined;
      if (worker === stopped) replaceWorker(reason);
    }, STOP_WITHIN_MS);
  }

  /** One call after the other, each stopped when its time is over. */
  function call<T>(type: 'run' | 'visit' | 'advise', payload: object, { ms, handlers = {} }: Limits): Promise<T> {
    const before = inHand;
    const stopsBefore = stops;
    const work = async () => {
      await before.catch(() => undefined);
      const at = await readyWorker();
      if (stops !== stopsBefore) throw new PythonCallFailed('Stopped before it began.', 'stopped');
      const clock = startStopwatch(ms, () => stopFor('time'));
      const onInput = async (prompt: string) => clock.paused(async () => (await handlers.onInput?.(prompt)) ?? null);
      try {
        return await at.call<T>(type, payload, { ...handlers, onInput });
      } catch (error) {
        if (error instanceof PythonCallFailed && error.reason === 'broken') replaceWorker('broken');
        throw error instanceof PythonCallFailed && ['KeyboardInterrupt', 'time', 'stopped'].includes(error.reason) ? stoppedBy(clock.rang(), ms) : error;
      } finally {
        clock.stop();
        clearTimeout(stopping);
        stopping = undefined;
      }
    };
    inHand = work();
    return inHand as Promise<T>;
  }

  async function run({ code, stdin = '' }: { code: string; stdin?: string }, handlers: RunHandlers = {}): Promise<BrowserRun> {
    stop();
    const began = performance.now();
    const printed = { stdout: '', stderr: '' };
    const onOutput: RunHandlers['onOutput'] = (part) => {
      printed[part.stream] += part.text;
      handlers.onOutput?.(part);
    };
    try {
      const result = await call<BrowserRun>('run', { code, stdin }, { ms: MAX_RUN_MS, handlers: { ...handlers, onOutput } });
      hasApp = result.app !== null;
      return result;
    } catch (error) {
      hasApp = false;
      const ending = error instanceof PythonCallFailed ? ENDINGS[error.reason] : undefined;
      if (!ending) throw error;
      return { ...printed, ...ending, outputTruncated: false, value: null, error: null, app: null, ms: performance.now() - began };
    }
  }

  function stop(): void {
    stops += 1;
    stopFor('stopped');
  }

  return {
    state: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    boot,
    run,
    stop,
    visit: async (request) => {
      if (!hasApp) throw new Error('The app is gone. Press Run to start it again.');
      return call<AppExchange>('visit', { request }, { ms: MAX_VISIT_MS });
    },
    advise: (job) => call<Advice>('advise', job, { ms: MAX_ADVICE_MS }),
    versions: () => versions,
  };
}

const stoppedBy = (time: boolean, ms: number): PythonCallFailed =>
  time ? new PythonCallFailed(`It was still at work after ${ms / 1000} seconds, so it was stopped. A loop that never ends does that.`, 'time') : new PythonCallFailed('You stopped it.', 'stopped');

/** What is known of a run whose worker was ended, by the reason. */
const ENDINGS: Record<string, Pick<BrowserRun, 'outcome' | 'limit'>> = {
  stopped: { outcome: 'stopped', limit: null },
  time: { outcome: 'over-limit', limit: 'time' },
  broken: { outcome: 'over-limit', limit: 'memory' },
};

let ours: Python | null = null;

/** Python of this page. In the browser only; import it lazily, it is not part of any page's first load. */
export function getPython(): Python {
  ours ??= makePython();
  return ours;
}
