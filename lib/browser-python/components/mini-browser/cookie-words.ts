// What a cookie's attributes mean, in words.
import type { Cookie } from '../visits/cookie-jar';

const UNITS: [name: string, ms: number][] = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
  ['second', 1000],
];

/** How long it lasts. @param now ms since 1970 */
export function lifeWords({ expires }: Cookie, now: number): string {
  if (expires === null) return 'It lasts until the browser is closed.';
  const left = Math.max(expires - now, 0);
  const [name, ms] = UNITS.find(([, length]) => left >= length) ?? ['second', 1000];
  const count = Math.round(left / ms);
  return `It lasts ${count} more ${count === 1 ? name : `${name}s`}.`;
}

/** Where it goes, and what it keeps away from. */
export function reachWords({ path, httpOnly, secure, sameSite }: Cookie): string {
  const sent = path === '/' ? 'Sent to every page' : `Sent to ${path} and below`;
  const kept = [
    httpOnly && 'HttpOnly: no script may read it',
    secure && 'Secure: over HTTPS only, and http://localhost counts as such',
    sameSite && `SameSite=${sameSite}`,
  ].filter(Boolean);
  return `${[sent, ...kept].join('. ')}.`;
}
