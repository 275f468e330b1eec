// What programs print goes to the page at once, but a flood goes in batches: messages are dear, and nobody reads that fast.

const BURST = 50;
const MS_PER_MESSAGE = 4;

/** @param send given { stream, text } */
export function outputInTime(send) {
  let waiting = [];
  let allowed = BURST;
  let since = performance.now();

  function flush() {
    for (const part of waiting) send(part);
    waiting = [];
  }

  function take(stream, text) {
    const last = waiting.at(-1);
    if (last?.stream === stream) last.text += text;
    else waiting.push({ stream, text });
    const now = performance.now();
    allowed = Math.min(BURST, allowed + (now - since) / MS_PER_MESSAGE);
    since = now;
    if (allowed < 1) return;
    allowed -= 1;
    flush();
  }

  return { take, flush };
}
