// The mini-browser's cookie jar against the browser these tests run in: same headers, same cookies sent back.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { cookieHeader, cookiesFor, type Jar, storeCookies } from '@/lib/browser-python/components/visits/cookie-jar';
import { expect, test } from './fixtures';

const SETS_AT = '/a/b';
const PATHS = ['/', '/a', '/a/', '/a/b', '/a/b/c', '/ab', '/x'];
/** what one visit to SETS_AT brings; two entries are two visits */
const CASES: string[][][] = [
  [['a=1']],
  [['a=1; Path=/', 'b=2; Path=/a', 'c=3; Path=/a/', 'd=4; Path=/x']],
  [['a=1; Path=', 'b=2; Path=x', 'c=3; Path="/"']],
  // (a changed cookie keeps its turn by RFC 6265bis, and in Firefox; in Chromium only when its value stays the same)
  [['a=1; Path=/'], ['a=3; Path=/', 'a=4']],
  [['a=1; Path=/'], ['a=; Path=/; Max-Age=0']],
  [['a=1; Path=/'], ['a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT']],
  [['a=1; Path=/'], ['a=; Path=/a; Max-Age=0']],
  [['a=1; Path=/; Max-Age=-1', 'b=1; Path=/; Max-Age=soon', 'c=1; Path=/; Expires=whenever', 'd=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT']],
  [['a=1; Path=/; Secure', 'b=1; Path=/; HttpOnly', 'c=1; Path=/; SameSite=Strict', 'd=1; Path=/; SameSite=None', 'e=1; Path=/; SameSite=None; Secure', 'f=1; Path=/; SameSite=odd']],
  [['__Secure-a=1; Path=/', '__Secure-b=1; Path=/; Secure', '__Host-a=1; Path=/; Secure', '__Host-b=1; Path=/a; Secure', '__Host-c=1; Path=/', '__host-d=1; Path=/']],
  [['a=1; Path=/; Domain=localhost', 'b=1; Path=/; Domain=example.com', 'c=1; Path=/; Domain=', 'd=1; Path=/; Domain=sub.localhost']],
  [['a="quoted; Path=/', 'b="x y"; Path=/', 'c=%20; Path=/', 'd=1=2=3; Path=/', ' e = spaced ; Path=/', 'f=; Path=/', 'g; Path=/', '=h; Path=/']],
  [[`a=${'x'.repeat(4095)}; Path=/`, `b=${'x'.repeat(4096)}; Path=/`]],
  [['a=1; path=/; PATH=/x', 'b=1; Path=/x; Path=/', 'A=2; Path=/']],
];

test('the jar keeps and sends what this browser keeps and sends', async ({ browser }) => {
  test.setTimeout(180_000);
  let toSet: string[] = [];
  const came = new Map<string, string | null>();
  const server = http.createServer((request, response) => {
    came.set(request.url ?? '', request.headers.cookie ?? null);
    response.writeHead(200, { 'Content-Type': 'text/plain', 'Set-Cookie': request.url === SETS_AT ? toSet : [] }).end('ok');
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  for (const visits of CASES) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let jar: Jar = [];
    for (const lines of visits) {
      toSet = lines;
      await page.goto(origin + SETS_AT);
      jar = storeCookies(jar, { lines, path: SETS_AT, setBy: '', now: Date.now() }).jar;
    }
    toSet = [];
    for (const path of PATHS) {
      await page.goto(origin + path);
      expect(cookieHeader(cookiesFor(jar, { path, now: Date.now() })), `${path} after ${JSON.stringify(visits).slice(0, 200)}`).toBe(came.get(path));
    }
    await context.close();
  }
  server.close();
});
