import type { AppExchange, AppRequest } from '../../schema';
import { type Destination, resolveAddress } from './address';
import { headerOf } from './answer-kind';

/** Where a response sends the browser; null when it is no redirect. */
export function redirectTarget({ response }: AppExchange, base: string): Destination | null {
  if (![301, 302, 303, 307, 308].includes(response.status)) return null;
  const location = headerOf(response, 'location');
  return location === null ? null : resolveAddress(location, base);
}

/** The request a redirect leads to: 303 makes it GET, and so do 301 and 302 of a POST; 307 and 308 repeat it. (Fetch, HTTP-redirect fetch.) */
export function redirected(request: AppRequest, { status, url }: { status: number; url: string }): AppRequest {
  const becomesGet = status === 303 ? !['GET', 'HEAD'].includes(request.method) : [301, 302].includes(status) && request.method === 'POST';
  if (!becomesGet) return { ...request, url };
  const headers = request.headers.filter(([name]) => !['content-type', 'origin'].includes(name.toLowerCase()));
  return { method: 'GET', url, headers, body: new Uint8Array() };
}
