// Where an address leads: to a page of the learner's app, or away from it.

export const ORIGIN = 'http://localhost';

export type Destination =
  /** `url` is path and query, as AppRequest has it; `hash` begins with # or is empty */
  | { kind: 'inside'; url: string; hash: string }
  /** another site; the mini-browser says so and stays */
  | { kind: 'outside'; href: string }
  /** no page at all: `mailto:`, `javascript:`, or what no browser can read */
  | { kind: 'no-page'; href: string };

/** names of this machine that people type, with the port that `flask run` shows them */
const THIS_MACHINE = /^(?:http:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/|\?|#|$)/i;

/**
 * What a link, a form or a Location header means.
 * @param base path and query of the page it stands on
 */
export function resolveAddress(href: string, base: string): Destination {
  const url = parsed(href, `${ORIGIN}${base}`);
  if (url === null) return { kind: 'no-page', href };
  if (url.origin === ORIGIN) return { kind: 'inside', url: url.pathname + url.search, hash: url.hash };
  return url.protocol === 'http:' || url.protocol === 'https:' ? { kind: 'outside', href: url.href } : { kind: 'no-page', href };
}

/** What somebody types into the address bar: a path, with or without its slash, or an address of this machine. */
export function typedAddress(text: string): Destination {
  const typed = text.trim().replace(THIS_MACHINE, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return resolveAddress(typed, '/');
  return resolveAddress(typed.replace(/^\/*/, '/'), '/');
}

function parsed(href: string, base: string): URL | null {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}

/** The path without its query. */
export const pathOf = (url: string): string => url.split('?')[0] ?? url;
