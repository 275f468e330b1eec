import type { BrowserRun, Python, PythonState, RunHandlers } from '@/lib/browser-python/schema';

export const RAN: BrowserRun = { outcome: 'ran', stdout: '', stderr: '', outputTruncated: false, value: null, error: null, limit: null, ms: 12, app: null };

type Fake = Python & {
  /** ends the boot in hand */
  getReady: () => void;
  fail: () => void;
  /** the codes that were run, oldest first */
  ran: string[];
  stops: number;
};

/**
 * Python that loads when a test says so and runs what a test says.
 * @param program what a run does; by default it ran, printing nothing
 */
export function fakePython({ state, program = async () => RAN }: { state: PythonState; program?: (code: string, handlers: RunHandlers) => Promise<BrowserRun> }): Fake {
  let now = state;
  let ends: ((is: boolean) => void)[] = [];
  const listeners = new Set<() => void>();
  const become = (next: PythonState) => {
    now = next;
    for (const listener of listeners) listener();
    for (const end of ends) end(next.kind === 'ready');
    ends = [];
  };
  const fake: Fake = {
    ran: [],
    stops: 0,
    getReady: () => become({ kind: 'ready', fromSnapshot: false, bootMs: 1 }),
    fail: () => become({ kind: 'failed', message: 'Python did not load.' }),
    state: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    boot: () => {
      if (now.kind === 'ready' || now.kind === 'unfit') return Promise.resolve(now.kind === 'ready');
      now = { kind: 'loading', step: 'Python', loaded: 0, total: 0 };
      return new Promise((resolve) => ends.push(resolve));
    },
    run: ({ code }, handlers = {}) => {
      fake.ran.push(code);
      return program(code, handlers);
    },
    stop: () => (fake.stops += 1),
    visit: () => Promise.reject(new Error('there is no app')),
    advise: () => Promise.reject(new Error('not in these tests')),
    versions: () => null,
  };
  return fake;
}
