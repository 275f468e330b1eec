import type { IncomingMessage, ServerResponse } from 'node:http';
import { joinStreamedParts } from '../steps/join-streamed-parts';

/**
 * A form posted without scripts may be answered with the page it came from and the reason it was not taken. React streams
 * such a page with its interactive parts hidden, for a script to put in place: here the page is held until it is whole and
 * the parts are put in place, as is done to pages made ahead. Other answers pass as they are.
 */
export function joinAnswer(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'POST' || request.headers['next-action']) return; // with that header, a script asks and reads something else than a page
  delete request.headers['accept-encoding']; // parts cannot be put in place once compressed
  const pass = { write: response.write.bind(response), end: response.end.bind(response) };
  const held: Buffer[] = [];
  const isPage = () => String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const hold = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as string));
  };
  response.write = ((...args: Parameters<typeof pass.write>) => {
    if (!isPage()) return pass.write(...args);
    hold(args[0]);
    const done: unknown = args.at(-1);
    if (typeof done === 'function') done();
    return true;
  }) as typeof response.write;
  response.end = ((...args: Parameters<typeof pass.end>) => {
    if (!isPage()) return pass.end(...args);
    hold(args[0]);
    const done: unknown = args.at(-1);
    return pass.end(joinStreamedParts(Buffer.concat(held).toString('utf8')), 'utf8', typeof done === 'function' ? (done as () => void) : undefined);
  }) as typeof response.end;
}
