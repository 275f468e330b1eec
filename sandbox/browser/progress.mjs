// How much of Python has come over the network, as Pyodide fetches it.
import { FILES } from './files.mjs';

const TELL_EVERY_MS = 50;

/**
 * Counts what is fetched until `stop`. The responses themselves go to Pyodide untouched: the browser keeps compiled
 * WebAssembly only for what it streamed itself.
 * @param onProgress given { step, loaded, total }, in bytes as they travel
 */
export function countFetches(onProgress) {
  const { fetch } = self;
  const total = Object.values(FILES).reduce((sum, { travels }) => sum + travels, 0);
  let loaded = 0;
  let told = 0;
  let step = 'Loading Python';

  function tell(now = performance.now()) {
    told = now;
    onProgress({ step, loaded: Math.min(Math.round(loaded), total), total });
  }

  async function count(stream, { size, travels }) {
    for await (const chunk of chunksOf(stream)) {
      loaded += (chunk.byteLength / size) * travels;
      const now = performance.now();
      if (now - told > TELL_EVERY_MS) tell(now);
    }
  }

  self.fetch = async (...args) => {
    const response = await fetch(...args);
    const file = FILES[new URL(response.url || 'none:').pathname.split('/').at(-1)];
    if (file && response.body) void count(response.clone().body, file).catch(() => undefined);
    return response;
  };

  return {
    /** @param next what happens from now on */
    stop(next) {
      self.fetch = fetch;
      step = next;
      loaded = total;
      tell();
    },
  };
}

async function* chunksOf(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
