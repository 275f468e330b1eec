// Python in a worker of its own. Its page (lib/browser-python/components/python-worker.ts) sends:
//   { type: 'start', buffers, channel }          once; buffers: { interrupt, input } (SharedArrayBuffers), or null where pages may
//                                               not share memory; there `channel` names the way through the service worker, or is null
//   { type: 'run' | 'visit' | 'advise', id, … }  one at a time
// and is told:
//   { type: 'progress', step, loaded, total }, { type: 'ready', … } or { type: 'failed', message }
//   { type: 'output', id, stream, text }, { type: 'input', id, prompt }
//   { type: 'done', id, result } or { type: 'fault', id, message, fatal }
import { boot } from './boot.mjs';
import { lineOfInput } from './input.mjs';
import { lockDown } from './lock-down.mjs';
import { outputInTime } from './output.mjs';

/** the call in hand */
let id = 0;
let python;
let interrupt = null;

const post = (message, transfer = []) => self.postMessage(message, transfer);
const output = outputInTime((part) => post({ type: 'output', id, ...part }));

async function start({ buffers, channel }) {
  const began = performance.now();
  const { pyodide, fromSnapshot } = await boot((progress) => post({ type: 'progress', ...progress }));
  python = pyodide.pyimport('coursewright_browser.main');
  const ask = lineOfInput({ buffer: buffers?.input ?? null, channel, tell: (prompt) => post({ type: 'input', id, prompt }) });
  python.connect(output.take, (prompt) => {
    output.flush();
    return ask(prompt);
  });
  const versions = JSON.parse(python.versions());
  if (buffers) {
    interrupt = new Uint8Array(buffers.interrupt);
    pyodide.setInterruptBuffer(interrupt);
  }
  lockDown();
  post({ type: 'ready', fromSnapshot, versions, bootMs: performance.now() - began });
  return pyodide;
}

const CALLS = {
  run: (_, { code, stdin }) => JSON.parse(python.run(code, stdin)),
  advise: (_, { code, checks, seed }) => JSON.parse(python.advise(code, checks, seed)),
  visit: (pyodide, { request }) => {
    const answer = python.visit(pyodide.toPy(request));
    const [text, body] = answer.toJs();
    answer.destroy();
    const { response, ...rest } = JSON.parse(text);
    return { ...rest, request, response: { ...response, body } };
  },
};

let booted;

self.onmessage = async ({ data }) => {
  if (data.type === 'start') {
    booted = start(data);
    booted.catch((error) => post({ type: 'failed', message: String(error?.message ?? error) }));
    return;
  }
  const pyodide = await booted;
  id = data.id;
  try {
    const result = CALLS[data.type](pyodide, data);
    output.flush();
    post({ type: 'done', id, result });
  } catch (error) {
    output.flush();
    // what is not an exception of Python's broke the machine below it: this worker is of no more use
    post({ type: 'fault', id, kind: error?.type ?? '', message: String(error?.message ?? error), fatal: error?.constructor?.name !== 'PythonError' });
  } finally {
    if (interrupt) interrupt[0] = 0;
  }
};
