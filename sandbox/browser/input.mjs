// Waits for a line that somebody types in the page, in the midst of a Python call that cannot wait otherwise.

/** states of the first number in the shared buffer; the page sets all but the first */
export const INPUT = { waiting: 0, line: 1, end: 2, stopped: 3 };
const HEADER_BYTES = 8;

/**
 * @param buffer SharedArrayBuffer: state and length in bytes (int32 each), then the line in UTF-8; null where pages may not
 *   share memory: there the service worker (public/sw.js) holds a request until the page has the line
 * @param tell tells the page
 * @returns (id, prompt) → the line, undefined (Python's None) at the end of input, false when the run is stopped
 */
export function lineOfInput({ buffer, tell }) {
  return buffer ? fromBuffer(buffer, tell) : fromServiceWorker(tell);
}

function fromBuffer(buffer, tell) {
  const header = new Int32Array(buffer, 0, 2);
  return (_, prompt) => {
    Atomics.store(header, 0, INPUT.waiting);
    tell(prompt);
    Atomics.wait(header, 0, INPUT.waiting);
    const state = Atomics.load(header, 0);
    if (state === INPUT.stopped) return false;
    if (state === INPUT.end) return undefined;
    return new TextDecoder().decode(new Uint8Array(buffer, HEADER_BYTES, header[1]).slice());
  };
}

function fromServiceWorker(tell) {
  const Request = self.XMLHttpRequest;
  return (id, prompt) => {
    tell(prompt);
    for (;;) {
      const request = new Request();
      request.open('POST', new URL(`input?run=${id}`, import.meta.url), false);
      request.send();
      if (request.status === 200) return JSON.parse(request.responseText).line ?? undefined;
      // 202: nothing was typed yet, ask again; anything else: no service worker is there to answer
      if (request.status !== 202) return undefined;
    }
  };
}
