import { describe, expect, it } from 'vitest';
import { cookieHeader, cookieKey, cookiesFor, type Jar, storeCookies, whyNotValue, withNewCookie, withoutCookie, withValue } from './cookie-jar';

const NOW = Date.UTC(2026, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
const store = (lines: string[], { jar = [], path = '/a/b', now = NOW }: { jar?: Jar; path?: string; now?: number } = {}) => storeCookies(jar, { lines, path, setBy: 'GET /a/b', now });
const sent = (jar: Jar, path: string, now = NOW) => cookieHeader(cookiesFor(jar, { path, now }));

describe('what is kept', () => {
  it('reads all that a cookie says of itself', () => {
    const { jar, set } = store(['lang=sv; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax']);
    expect(jar).toEqual([
      { name: 'lang', value: 'sv', domain: 'localhost', hostOnly: true, path: '/', expires: NOW + 60_000, httpOnly: true, secure: true, sameSite: 'Lax', createdAt: NOW, setBy: 'GET /a/b', edited: false },
    ]);
    expect(set).toEqual(['lang']);
  });

  it.each([
    ['a=1', '/a'],
    ['a=1; Path=x', '/a'],
    ['a=1; Path=/x', '/x'],
  ])('%s has the path %s', (line, path) => expect(store([line]).jar[0]?.path).toBe(path));

  it.each([
    ['/', '/'],
    ['/page', '/'],
    ['/a/', '/a'],
  ])('set at %s without a path, it is for %s', (from, path) => expect(store(['a=1'], { path: from }).jar[0]?.path).toBe(path));

  it.each([
    ['a=1', null],
    ['a=1; Max-Age=10; Expires=Thu, 01 Jan 2099 00:00:00 GMT', NOW + 10_000],
    ['a=1; Expires=Fri, 02 Jan 2026 00:00:00 GMT', NOW + DAY],
    ['a=1; Max-Age=soon', null],
    ['a=1; Max-Age=99999999999', NOW + 400 * DAY],
  ])('%s', (line, expires) => expect(store([line]).jar[0]?.expires).toBe(expires));

  it('keeps values as they came, with = and quotes and %', () => {
    expect(store(['a="b=%20c"; Path=/']).jar[0]?.value).toBe('"b=%20c"');
  });

  it('changes a cookie of the same name and path, which keeps its turn; another path is another cookie', () => {
    const { jar } = store(['a=1; Path=/', 'b=1; Path=/']);
    const later = store(['a=2; Path=/', 'a=3; Path=/a'], { jar, now: NOW + 1 });
    expect(sent(later.jar, '/a')).toBe('a=3; a=2; b=1');
  });

  it.each(['a=; Max-Age=0; Path=/', 'a=; Max-Age=-1; Path=/', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/'])('%s deletes it', (line) => {
    const { jar } = store(['a=1; Path=/']);
    expect(store([line], { jar })).toEqual({ jar: [], set: ['a'], refused: [] });
  });
});

describe('what is refused, as browsers do', () => {
  it.each([
    ['a=1; Domain=example.com', /for example.com/],
    ['a=1; SameSite=None', /asks for Secure/],
    ['__Secure-a=1', /asks for Secure/],
    ['__Host-a=1; Secure; Path=/a', /Path=\//],
    ['__Host-a=1; Secure; Path=/; Domain=localhost', /no Domain/],
    ['a=1\u0000', /cannot be read/],
    ['', /cannot be read/],
  ])('%s', (line, why) => {
    const { jar, refused } = store([line]);
    expect(jar).toEqual([]);
    expect(refused).toEqual([{ line, why: expect.stringMatching(why) }]);
  });

  it.each(['a=1; Domain=localhost', 'a=1; Domain=.LOCALHOST', 'a=1; SameSite=None; Secure', '__Secure-a=1; Secure', '__Host-a=1; Secure; Path=/', 'a=1; SameSite=odd'])('%s is taken', (line) => {
    expect(store([line]).jar).toHaveLength(1);
  });
});

it('refuses what is longer than 4096 bytes', () => {
  expect(store([`é=${'x'.repeat(4094)}`]).jar).toHaveLength(1);
  expect(store([`é=${'x'.repeat(4095)}`]).refused).toEqual([{ line: expect.any(String), why: expect.stringMatching(/4096 bytes/) }]);
});

describe('what is sent', () => {
  it.each([
    ['/', '/anything', true],
    ['/a', '/a', true],
    ['/a', '/a/b', true],
    ['/a', '/ab', false],
    ['/a/', '/a/b', true],
    ['/a/', '/a', false],
  ])('a cookie for %s, asked for %s: %s', (cookiePath, path, is) => {
    expect(sent(store([`a=1; Path=${cookiePath}`]).jar, path)).toBe(is ? 'a=1' : null);
  });

  it('nothing that has expired', () => {
    const { jar } = store(['a=1; Path=/; Max-Age=10']);
    expect(sent(jar, '/', NOW + 9_999)).toBe('a=1');
    expect(sent(jar, '/', NOW + 10_000)).toBeNull();
  });

  it('Secure cookies too: browsers count http://localhost as secure', () => {
    expect(sent(store(['a=1; Path=/; Secure']).jar, '/')).toBe('a=1');
  });

  it('letters beyond ASCII as their bytes', () => {
    expect(cookieHeader([{ name: 'a', value: 'é' }])).toBe('a=Ã©');
  });
});

describe('by hand', () => {
  const { jar } = store(['a=1; Path=/; HttpOnly']);
  const key = cookieKey({ domain: 'localhost', path: '/', name: 'a' });

  it('changes a value', () => expect(withValue(jar, key, '2')[0]).toMatchObject({ value: '2', edited: true, httpOnly: true, setBy: 'GET /a/b' }));
  it('deletes', () => expect(withoutCookie(jar, key)).toEqual([]));
  it('makes one', () => expect(sent(withNewCookie(jar, { name: 'role', value: 'manager', now: NOW }), '/x')).toBe('a=1; role=manager'));
  it('says what a value cannot hold', () => {
    expect(whyNotValue('a;b')).toMatch(/semicolon/);
    expect(whyNotValue('a\nb')).toMatch(/one line/);
    expect(whyNotValue('{"a": "b, c"}')).toBeNull();
  });
  it('what an app sets again is no longer edited', () => {
    expect(store(['a=3; Path=/'], { jar: withValue(jar, key, '2') }).jar[0]).toMatchObject({ value: '3', edited: false });
  });
});
