// The cookies of one visitor, kept and sent as a browser does for http://localhost (RFC 6265bis). docs/decisions/0062-mini-browser.md
import { parseSetCookie } from 'set-cookie-parser';

export type Cookie = {
  name: string;
  value: string;
  /** sent to this host only, or also to those below it */
  domain: string;
  hostOnly: boolean;
  path: string;
  /** ms since 1970; null: until the browser is closed */
  expires: number | null;
  httpOnly: boolean;
  secure: boolean;
  /** null: nothing was said, which browsers take as Lax */
  sameSite: 'Strict' | 'Lax' | 'None' | null;
  /** ms since 1970 */
  createdAt: number;
  /** the response that set it, such as `GET /set` */
  setBy: string;
  /** whether a person has changed its value by hand since */
  edited: boolean;
};
export type Jar = readonly Cookie[];
/** A Set-Cookie line that a browser does not take, and why, in one sentence. */
export type Refusal = { line: string; why: string };

export const HOST = 'localhost';
/** bytes of name and value together; Chromium's and Firefox' limit */
const MAX_BYTES = 4096;
/** Chromium shortens what is to be kept longer */
const MAX_AGE_MS = 400 * 24 * 60 * 60 * 1000;
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

export const cookieKey = ({ domain, path, name }: Pick<Cookie, 'domain' | 'path' | 'name'>): string => `${domain};${path};${name}`;

/**
 * The jar after a response.
 * @param lines the Set-Cookie headers, in order
 * @param path of the request
 * @param now ms since 1970
 * @returns also the names of what was set or deleted, and what was refused
 */
export function storeCookies(jar: Jar, { lines, path, setBy, now }: { lines: string[]; path: string; setBy: string; now: number }): { jar: Jar; set: string[]; refused: Refusal[] } {
  const set: string[] = [];
  const refused: Refusal[] = [];
  let kept = withoutExpired(jar, now);
  for (const line of lines) {
    const read = readCookie(line, { path, now, setBy });
    if ('why' in read) {
      refused.push({ line, why: read.why });
      continue;
    }
    const key = cookieKey(read);
    const before = kept.find((cookie) => cookieKey(cookie) === key);
    if (read.expires !== null && read.expires <= now) kept = withoutCookie(kept, key);
    else if (before) kept = kept.map((cookie) => (cookie === before ? { ...read, createdAt: before.createdAt } : cookie));
    else kept = [...kept, read];
    set.push(read.name);
  }
  return { jar: kept, set, refused };
}

function readCookie(line: string, { path, now, setBy }: { path: string; now: number; setBy: string }): Cookie | { why: string } {
  const [parsed] = CONTROL.test(line) ? [] : parseSetCookie([line], { decodeValues: false, silent: true });
  if (!parsed) return { why: 'It cannot be read as a cookie.' };
  const { name, value, secure = false } = parsed;
  if (new TextEncoder().encode(name + value).length > MAX_BYTES) return { why: `Name and value are longer than ${MAX_BYTES} bytes.` };
  const domain = (parsed.domain ?? '').replace(/^\./, '').toLowerCase();
  if (domain && domain !== HOST) return { why: `It is for ${domain}, and this site is ${HOST}.` };
  const sameSite = (['Strict', 'Lax', 'None'] as const).find((word) => word.toLowerCase() === parsed.sameSite?.toLowerCase()) ?? null;
  if (sameSite === 'None' && !secure) return { why: 'SameSite=None asks for Secure as well.' };
  if (/^__(secure|host)-/i.test(name) && !secure) return { why: `A name that starts with ${name.slice(0, name.indexOf('-') + 1)} asks for Secure.` };
  if (/^__host-/i.test(name) && (domain || parsed.path !== '/')) return { why: 'A name that starts with __Host- asks for Path=/ and no Domain.' };
  return {
    name,
    value,
    domain: HOST,
    hostOnly: true, // a host without a dot has none below it that could be meant
    path: parsed.path?.startsWith('/') ? parsed.path : defaultPath(path),
    expires: expiryOf(parsed, now),
    httpOnly: parsed.httpOnly ?? false,
    secure,
    sameSite,
    createdAt: now,
    setBy,
    edited: false,
  };
}

/** Max-Age wins over Expires. */
function expiryOf({ maxAge, expires }: { maxAge?: number; expires?: Date }, now: number): number | null {
  const wanted = maxAge === undefined ? expires?.getTime() : now + maxAge * 1000;
  return wanted === undefined ? null : Math.min(wanted, now + MAX_AGE_MS);
}

/** The folder of the page that set it. */
function defaultPath(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return folder.startsWith('/') ? folder : '/';
}

/**
 * What a browser sends to a path of the site, in the order it sends it. All requests of the mini-browser come from this
 * site or from its address bar, so SameSite holds none back; and http://localhost counts as secure.
 */
export function cookiesFor(jar: Jar, { path, now }: { path: string; now: number }): Cookie[] {
  return withoutExpired(jar, now)
    .filter((cookie) => fits(cookie.path, path))
    .sort((one, other) => other.path.length - one.path.length || one.createdAt - other.createdAt);
}

const fits = (cookiePath: string, path: string): boolean => path === cookiePath || (path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/'));

/** The Cookie header as WSGI takes it, one character a byte; null without cookies. */
export function cookieHeader(cookies: readonly Pick<Cookie, 'name' | 'value'>[]): string | null {
  const text = cookies.map(({ name, value }) => (name ? `${name}=${value}` : value)).join('; ');
  return text ? String.fromCharCode(...new TextEncoder().encode(text)) : null;
}

export const withoutExpired = (jar: Jar, now: number): Jar => jar.filter(({ expires }) => expires === null || expires > now);

/** Why a browser could not send this value; null when it can. */
export function whyNotValue(value: string): string | null {
  if (CONTROL.test(value)) return 'A cookie holds one line of text.';
  return value.includes(';') ? 'A cookie’s value ends at a semicolon, so it cannot hold one.' : null;
}

export const withValue = (jar: Jar, key: string, value: string): Jar => jar.map((cookie) => (cookieKey(cookie) === key ? { ...cookie, value, edited: true } : cookie));
export const withoutCookie = (jar: Jar, key: string): Jar => jar.filter((cookie) => cookieKey(cookie) !== key);

/** A cookie that a person makes by hand: for the whole site, until the browser is closed. */
export function withNewCookie(jar: Jar, { name, value, now }: { name: string; value: string; now: number }): Jar {
  const made: Cookie = { name, value, domain: HOST, hostOnly: true, path: '/', expires: null, httpOnly: false, secure: false, sameSite: null, createdAt: now, setBy: 'by hand', edited: true };
  return [...withoutCookie(jar, cookieKey(made)), made];
}
