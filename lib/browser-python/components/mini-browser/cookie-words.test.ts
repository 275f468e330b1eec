import { describe, expect, it } from 'vitest';
import type { Cookie } from '../visits/cookie-jar';
import { lifeWords, reachWords } from './cookie-words';

const cookie: Cookie = { name: 'a', value: '1', domain: 'localhost', hostOnly: true, path: '/', expires: null, httpOnly: false, secure: false, sameSite: null, createdAt: 0, setBy: 'GET /', edited: false };
const DAY = 24 * 60 * 60 * 1000;

describe('a cookie in words', () => {
  it.each([
    [null, 'It lasts until the browser is closed.'],
    [30 * DAY, 'It lasts 30 more days.'],
    [DAY, 'It lasts 1 more day.'],
    [90 * 60 * 1000, 'It lasts 2 more hours.'],
    [400, 'It lasts 0 more seconds.'],
  ])('%s', (expires, words) => expect(lifeWords({ ...cookie, expires }, 0)).toBe(words));

  it.each<[Partial<Cookie>, string]>([
    [{}, 'Sent to every page.'],
    [{ path: '/shop' }, 'Sent to /shop and below.'],
    [{ httpOnly: true, sameSite: 'Lax' }, 'Sent to every page. HttpOnly: no script may read it. SameSite=Lax.'],
    [{ secure: true }, 'Sent to every page. Secure: over HTTPS only, and http://localhost counts as such.'],
  ])('%j', (attributes, words) => expect(reachWords({ ...cookie, ...attributes })).toBe(words));
});
