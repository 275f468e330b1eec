// One worker with Python in it, from its start to its end. The other side is sandbox/browser/worker.mjs.
import { sendLine } from './offline';
import type { PythonState, RunHandlers } from '../schema';

type Progress = Extract<PythonState, { kind: 'loading' }>;
export type Ready = { fromSnapshot: boolean; bootMs: number; versions: Record<string, string> };

/** A call of Python's failed for a reason of ours, or the worker was ended before it answered. */
export class PythonCallFailed extends Error {
  constructor(
    message: string,
    /** such as `stopped` when it was ended on purpose, or the name of the Python exception */
    readonly reason: string,
  ) {
    super(message);
  }
}

type FromWorker =
  | { type: 'progress'; step: string; loaded: number; total: number }
  | ({ type: 'ready' } & Ready)
  | { type: 'failed'; message: string }
  | { type: 'output'; id: number; stream: 'stdout' | 'stderr'; text: string }
  | { type: 'input'; id: number; prompt: string }
  | { type: 'done'; id: number; result: unknown }
  | { type: 'fault'; id: number; kind: string; message: string; fatal: boolean };

type Call = { id: number; handlers: RunHandlers; answer: (result: unknown) => void; fail: (error: Error) => void };

/** states of the shared buffer of input, as in sandbox/browser/input.mjs */
const INPUT = { line: 1, end: 2, stopped: 3 };
const HEADER_BYTES = 8;
const MAX_LINE_BYTES = 64 * 1024;
const SIGINT = 2;

export type PythonWorker = {
  ready: Promise<Ready>;
  /** Sends one call; a second before the answer is an error of the caller. `payload` is cloned. */
  call: <T>(type: 'run' | 'visit' | 'advise', payload: object, handlers?: RunHandlers) => Promise<T>;
  busy: () => boolean;
  /** Asks the program to stop; false when this browser has no way to, and only `end` helps. */
  interrupt: () => boolean;
  /** The call in hand fails with `reason`. */
  end: (reason: string) => void;
};

/** @param folder address of /py/<hash>/ */
export function startWorker(folder: string, onProgress: (progress: Progress) => void): PythonWorker {
  const worker = new Worker(`${folder}worker.mjs`, { type: 'module', name: 'python' });
  const buffers = window.crossOriginIsolated ? { interrupt: new SharedArrayBuffer(1), input: new SharedArrayBuffer(HEADER_BYTES + MAX_LINE_BYTES) } : null;
  const channel = !buffers && navigator.serviceWorker?.controller ? crypto.randomUUID() : null;
  let inHand: Call | null = null;
  let calls = 0;
  let settle: { ready: (ready: Ready) => void; failed: (error: Error) => void };
  const ready = new Promise<Ready>((resolve, reject) => (settle = { ready: resolve, failed: reject }));

  function finish(act: (call: Call) => void): void {
    const call = inHand;
    inHand = null;
    if (call) act(call);
  }

  function end(reason: string, message = 'Python was stopped.'): void {
    worker.terminate();
    const error = new PythonCallFailed(message, reason);
    settle.failed(error);
    finish((call) => call.fail(error));
  }

  async function answerInput(call: Call, prompt: string): Promise<void> {
    const line = (await call.handlers.onInput?.(prompt)) ?? null;
    if (inHand !== call) return;
    if (buffers) writeInput(buffers.input, line);
    else if (channel) sendLine(channel, line);
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'progress') return onProgress({ kind: 'loading', step: data.step, loaded: data.loaded, total: data.total });
    if (data.type === 'ready') return settle.ready(data);
    if (data.type === 'failed') return end('failed', data.message);
    if (!inHand || data.id !== inHand.id) return;
    if (data.type === 'output') inHand.handlers.onOutput?.({ stream: data.stream, text: data.text });
    else if (data.type === 'input') void answerInput(inHand, data.prompt);
    else if (data.type === 'done') finish((call) => call.answer(data.result));
    else if (data.fatal) end('broken', data.message);
    else finish((call) => call.fail(new PythonCallFailed(data.message, data.kind)));
  };
  worker.onerror = (event) => end('failed', event.message || 'Python could not be loaded.');
  worker.postMessage({ type: 'start', buffers, channel });
  ready.catch(() => undefined); // who boots hears of it; a worker that is only kept at hand must not cry

  return {
    ready,
    end,
    busy: () => inHand !== null,
    call: <T>(type: string, payload: object, handlers: RunHandlers = {}) =>
      new Promise<T>((resolve, reject) => {
        calls += 1;
        inHand = { id: calls, handlers, answer: (result) => resolve(result as T), fail: reject };
        if (buffers) new Uint8Array(buffers.interrupt)[0] = 0;
        worker.postMessage({ type, id: calls, ...payload });
      }),
    interrupt: () => {
      if (!buffers) return false;
      new Uint8Array(buffers.interrupt)[0] = SIGINT;
      wake(buffers.input, INPUT.stopped);
      return true;
    },
  };
}

function writeInput(buffer: SharedArrayBuffer, line: string | null): void {
  if (line === null) return wake(buffer, INPUT.end);
  const bytes = new TextEncoder().encode(line).subarray(0, MAX_LINE_BYTES);
  new Uint8Array(buffer, HEADER_BYTES).set(bytes);
  new Int32Array(buffer, 0, 2)[1] = bytes.byteLength;
  wake(buffer, INPUT.line);
}

function wake(buffer: SharedArrayBuffer, state: number): void {
  const header = new Int32Array(buffer, 0, 2);
  Atomics.store(header, 0, state);
  Atomics.notify(header, 0);
}
