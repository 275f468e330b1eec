import type { BrowserRun, Python, RunHandlers } from '@/lib/browser-python/schema';
import type { RunResult } from '../schema';
import { asksForInput } from './program-text';

export type Place = 'browser' | 'server';
export type Program = { code: string; /** all that `input()` will read, for a server that cannot ask; lines end with \n */ stdin?: string };

/** What came of a run. `place`: who ran it; null when it was stopped before anybody had. */
export type RunAnswer = BrowserRun & { place: Place | null };
/** `needs-stdin`: only the server can run it, which cannot ask while a program runs. `why`: why this browser cannot. */
export type RunEnd = { kind: 'answer'; answer: RunAnswer } | { kind: 'needs-stdin'; why: string };

/** What Python in this browser is waited for: to ask for input, or because the server does not run the program. */
export type WaitingFor = 'input' | 'server';

type Setup = {
  program: Program;
  python: Python;
  /** @throws when the server cannot or will not run it */
  server: (program: Program, signal: AbortSignal) => Promise<RunResult>;
  handlers: RunHandlers;
  /** begins to run in the browser; what an earlier place has shown does not count */
  onHere: () => void;
  onWaiting: (what: WaitingFor) => void;
  signal: AbortSignal;
};

/** ms in which a program that is stopped here may still say where it was */
const LAST_WORDS = 400;

const STOPPED: RunAnswer = { place: null, outcome: 'stopped', stdout: '', stderr: '', outputTruncated: false, value: null, error: null, limit: null, ms: 0, app: null };

/**
 * Runs a program where it is ready first: here once Python is loaded, until then on the server while Python loads. A
 * program that asks for input waits for Python here; one that the server does not run does, too.
 * @throws what the server's refusal was, when Python cannot be had here either
 */
export async function runAnywhere(setup: Setup): Promise<RunEnd> {
  const { signal } = setup;
  let isHere = false;
  const onHere = () => {
    isHere = true;
    setup.onHere();
  };
  const stopped = new Promise<RunEnd>((resolve) => {
    const end = () => setTimeout(() => resolve(answerOf(STOPPED)), isHere ? LAST_WORDS : 0);
    signal.addEventListener('abort', end, { once: true });
  });
  return Promise.race([choose({ ...setup, onHere }), stopped]);
}

async function choose(setup: Setup): Promise<RunEnd> {
  const { program, python } = setup;
  const state = python.state();
  if (state.kind === 'ready') return here(setup);
  const asks = program.stdin === undefined && asksForInput(program.code);
  if (state.kind === 'unfit') return asks ? needsStdin(python) : onlyThere(setup);
  return asks ? waitToAsk(setup) : race(setup);
}

/** The program goes to the server while Python loads; Python that gets ready first takes over. */
async function race(setup: Setup): Promise<RunEnd> {
  const { python, onWaiting } = setup;
  const ready = boot(python);
  const asked = new AbortController();
  setup.signal.addEventListener('abort', () => asked.abort(), { once: true });
  const answered = there({ ...setup, signal: asked.signal }).then(
    (end) => ({ end, refusal: null }),
    (refusal: unknown) => ({ end: null, refusal }),
  );
  const first = await Promise.race([answered, ready.then(async (is) => (is ? 'ready' : answered))]);
  if (first === 'ready') {
    asked.abort();
    return here(setup);
  }
  if (setup.signal.aborted) return answerOf(STOPPED);
  if (first.end === 'asked') return waitToAsk(setup);
  if (first.end) return first.end;
  onWaiting('server');
  if (await ready) return here(setup);
  throw first.refusal;
}

async function waitToAsk(setup: Setup): Promise<RunEnd> {
  setup.onWaiting('input');
  return (await boot(setup.python)) ? here(setup) : needsStdin(setup.python);
}

/** Runs it in this browser. A Python that breaks down leaves it to the server. */
async function here(setup: Setup): Promise<RunEnd> {
  const { program, python, handlers, onHere, signal } = setup;
  if (signal.aborted) return answerOf(STOPPED);
  onHere();
  const stop = () => python.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return answerOf({ ...(await python.run(program, handlers)), place: 'browser' });
  } catch {
    return onlyThere(setup);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function onlyThere(setup: Setup): Promise<RunEnd> {
  const end = await there(setup);
  return end === 'asked' ? needsStdin(setup.python) : end;
}

/** @returns `asked` when it turned out to read input, though its text did not look like it */
async function there({ program, server, signal }: Setup): Promise<RunEnd | 'asked'> {
  const result = await server(program, signal);
  const { outcome, error } = result;
  // ours, not the program's: like a server that does not answer
  if (outcome === 'grader-fault') throw new Error('Our sandbox failed, not the program. Run it again.');
  if (error?.type === 'EOFError' && program.stdin === undefined) return 'asked';
  return answerOf({ ...result, outcome, value: null, app: null, place: 'server' });
}

const boot = (python: Python): Promise<boolean> => python.boot().catch(() => false);

const needsStdin = (python: Python): RunEnd => ({ kind: 'needs-stdin', why: causeOf(python) ?? 'Python could not be loaded in this browser.' });

/** Why Python is not to be had in this browser, in a sentence for the reader; null when it may be. */
export function causeOf(python: Python): string | null {
  const state = python.state();
  if (state.kind === 'unfit') return state.why;
  return state.kind === 'failed' ? state.message : null;
}

const answerOf = (answer: RunAnswer): RunEnd => ({ kind: 'answer', answer });
