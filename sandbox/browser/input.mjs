// Waits for a line that somebody types in the page, in the midst of a Python call that cannot wait otherwise.

/** states of the first number in the shared buffer; the page sets all but the first */
export const INPUT = { waiting: 0, line: 1, end: 2, stopped: 3 };
const HEADER_BYTES = 8;

/** a service worker may be ended while it holds a request, and starts again with the next one */
const MAX_FAILURES = 5;

/**
 * @param buffer SharedArrayBuffer: state and length in bytes (int32 each), then the line in UTF-8; null where pages may not
 *   share memory
 * @param channel then the name under which the service worker (public/sw.js) holds a request until the page has the line; null
 *   where there is no service worker either: nothing can be typed there
 * @param tell tells the page
 * @returns prompt → the line, undefined (Python's None) at the end of input, false when the run is stopped
 */
export function lineOfInput({ buffer, channel, tell }) {
  if (buffer) return fromBuffer(buffer, tell);
  return channel ? fromServiceWorker(channel, tell) : () => undefined;
}

function fromBuffer(buffer, tell) {
  const header = new Int32Array(buffer, 0, 2);
  return (prompt) => {
    Atomics.store(header, 0, INPUT.waiting);
    tell(prompt);
    Atomics.wait(header, 0, INPUT.waiting);
    const state = Atomics.load(header, 0);
    if (state === INPUT.stopped) return false;
    if (state === INPUT.end) return undefined;
    return new TextDecoder().decode(new Uint8Array(buffer, HEADER_BYTES, header[1]).slice());
  };
}

function fromServiceWorker(channel, tell) {
  const { XMLHttpRequest } = self; // programs do not get it
  const address = new URL(`input?channel=${channel}`, import.meta.url);
  return (prompt) => {
    tell(prompt);
    for (let failures = 0; failures < MAX_FAILURES; ) {
      const request = new XMLHttpRequest();
      request.open('POST', address, false);
      try {
        request.send();
      } catch {
        failures += 1;
        continue;
      }
      if (request.status === 200) return JSON.parse(request.responseText).line ?? undefined;
      if (request.status !== 202) return undefined; // 202: nothing was typed yet
    }
    return undefined;
  };
}
