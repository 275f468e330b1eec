import type { IncomingMessage, ServerResponse } from 'node:http';
import pLimit from 'p-limit';

/**
 * So many requests are worked on at a time; the others wait, in order. With hundreds at once (a class hands in, or asks for
 * its verdicts) the process would be busy with all of them for a second and more, and the graders in it would stand still.
 */
const AT_A_TIME = 12;
/** One that is still not answered then is waiting for something itself, a verdict say, and no longer counts. */
const LONGEST_MS = 250;

const limit = pLimit(AT_A_TIME);

/**
 * Does `work`, which answers by `response`, when it is its turn. One whose body is still on its way counts for nothing: who
 * sends slowly must not keep others waiting. One whose browser is gone by then is left out.
 */
export function fewAtATime({ request, response, longestMs = LONGEST_MS }: { request: IncomingMessage; response: ServerResponse; longestMs?: number }, work: () => Promise<void>): void {
  const answer = () => void work().catch(() => response.destroy());
  // by then, a body that came with its head has been read
  setImmediate(() => (request.complete ? void limit(() => untilAnswered({ response, longestMs }, answer)) : answer()));
}

function untilAnswered({ response, longestMs }: { response: ServerResponse; longestMs: number }, answer: () => void): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    const timer = setTimeout(resolve, longestMs);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    answer();
  });
}
