// The engine alone, against what the production build serves: headers, files, worker, service worker. The buttons have their own journeys.
import type { Page } from '@playwright/test';
import type { BrowserRun } from '../lib/browser-python/schema';
import { putEngine } from '../scripts/browser-python/put-engine';
import { expect, LESSON, test } from './fixtures';

test.describe.configure({ timeout: 180_000 });

const LOOP = 'print("on")\nwhile True:\n    pass';

/** Runs a program and stops it as soon as it printed something. @returns what came of it, and how long the stop took */
function stopOnceItPrints(page: Page, code: string) {
  return page.evaluate(async (program) => {
    let run = null as Promise<BrowserRun> | null;
    await new Promise<void>((resolve) => (run = window.python.run({ code: program }, { onOutput: () => resolve() })));
    const began = performance.now();
    window.python.stop();
    const { outcome, stdout, error } = (await run) as BrowserRun;
    return { outcome, stdout, line: error?.line ?? null, ms: performance.now() - began };
  }, code);
}

test('a program runs, waits for input, is stopped, and its app is visited', async ({ page }) => {
  await page.goto(LESSON);
  await putEngine(page);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  expect(await page.evaluate(() => window.python.boot())).toBe(true);
  expect(await page.evaluate(() => window.python.versions())).toMatchObject({ python: expect.stringMatching(/^3\.1\d/), flask: expect.stringMatching(/^3\./) });

  const ran = await page.evaluate(async () => {
    const parts: string[] = [];
    const handlers = { onOutput: ({ text }: { text: string }) => void parts.push(text), onInput: async (prompt: string) => (prompt === 'Name? ' ? 'Ünal' : null) };
    return { ...(await window.python.run({ code: 'name = input("Name? ")\nprint("Hello", name)\nlen(name)' }, handlers)), parts };
  });
  expect(ran).toMatchObject({ outcome: 'ran', stdout: 'Name? Hello Ünal\n', value: '4', error: null, parts: ['Name? ', 'Hello Ünal\n'] });

  const failed = await page.evaluate(() => window.python.run({ code: 'x = 1\nprint(y)' }));
  expect(failed).toMatchObject({ outcome: 'did-not-run', error: { type: 'NameError', line: 2 } });

  const stopped = await stopOnceItPrints(page, LOOP);
  expect(stopped).toMatchObject({ outcome: 'stopped', stdout: 'on\n' });
  expect(stopped.line).toBeGreaterThan(1);

  const flood = await page.evaluate(() => window.python.run({ code: 'while True: print("x" * 1000)' }));
  expect(flood).toMatchObject({ outcome: 'over-limit', limit: 'output', outputTruncated: true });
  expect(flood.stdout.length).toBe(64 * 1024);

  const app = 'from flask import Flask, request\napp = Flask(__name__)\n@app.post("/echo")\ndef echo():\n    return request.get_data()[::-1]';
  expect((await page.evaluate((code) => window.python.run({ code }), app)).app?.routes).toContainEqual({ rule: '/echo', methods: ['OPTIONS', 'POST'], endpoint: 'echo', line: 3 });
  const body = await page.evaluate(async () => {
    const exchange = await window.python.visit({ method: 'POST', url: '/echo', headers: [], body: new Uint8Array([0, 1, 255]) });
    return [exchange.response.status, ...exchange.response.body];
  });
  expect(body).toEqual([200, 255, 1, 0]);
});

test('what does not listen to a stop is ended, and the next program runs', async ({ page }) => {
  await page.goto(LESSON);
  await putEngine(page);
  const deaf = 'print("on")\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass';
  expect(await stopOnceItPrints(page, deaf)).toMatchObject({ outcome: 'stopped', stdout: 'on\n' });
  expect(await page.evaluate(() => window.python.run({ code: '1 + 1' }))).toMatchObject({ outcome: 'ran', value: '2' });
});

test('the next visit starts from memory that was kept, and a broken one is thrown away', async ({ page }) => {
  const boot = async () => {
    await page.goto(LESSON);
    await putEngine(page);
    await page.evaluate(() => window.python.boot());
    return page.evaluate(() => window.python.state());
  };
  expect(await boot()).toMatchObject({ kind: 'ready', fromSnapshot: false });
  await expect.poll(() => page.evaluate(async () => (await (await caches.open('snapshots-1')).keys()).length)).toBe(1);
  expect(await boot()).toMatchObject({ kind: 'ready', fromSnapshot: true });
  expect(await page.evaluate(() => window.python.run({ code: 'import json, random\njson.dumps([1])' }))).toMatchObject({ outcome: 'ran', value: "'[1]'" });
  await page.evaluate(async () => {
    const cache = await caches.open('snapshots-1');
    for (const key of await cache.keys()) await cache.put(key, new Response(new Uint8Array(1_000_000)));
  });
  expect(await boot()).toMatchObject({ kind: 'ready', fromSnapshot: false });
});

test.describe('what a program may reach', () => {
  test.use({ provoked: /Content Security Policy|Refused to connect/ });

  test('neither the site as the reader, nor what the browser stores', async ({ page, context, people }) => {
    await people.signIn(context);
    await page.goto(LESSON);
    await putEngine(page);
    await page.evaluate(() => window.python.boot());
    const code = [
      'import js',
      'from pyodide.ffi import run_sync',
      'for ask in (lambda: run_sync(js.fetch("/api/me")), lambda: run_sync(js.fetch("/py/../api/me")), lambda: js.eval("1"), lambda: js.XMLHttpRequest.new(), lambda: js.caches, lambda: js.indexedDB, lambda: js.Worker):',
      '    try:',
      '        ask()',
      '        print("reached")',
      '    except BaseException as error:',
      '        print("refused")',
    ].join('\n');
    const { stdout, error } = await page.evaluate((program) => window.python.run({ code: program }), code);
    expect(error).toBeNull();
    expect(stdout.trim().split('\n')).toEqual(Array(7).fill('refused'));
    // not for want of a connection, nor of a session: the page itself is answered
    expect(await page.evaluate(async () => (await fetch('/api/me')).status)).toBe(200);
  });
});

test('without shared memory a typed line still arrives, and Stop still stops', async ({ page }) => {
  await page.route(LESSON, async (route) => {
    const response = await route.fetch();
    const { 'cross-origin-embedder-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(LESSON);
  await putEngine(page);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(false);
  const ran = await page.evaluate(() => window.python.run({ code: 'print(input("? "), input())' }, { onInput: async (prompt) => (prompt ? 'one' : 'two') }));
  expect(ran).toMatchObject({ outcome: 'ran', stdout: '? one two\n' });
  expect(await stopOnceItPrints(page, LOOP)).toMatchObject({ outcome: 'stopped', stdout: 'on\n' });
  expect(await page.evaluate(() => window.python.run({ code: '2 * 2' }))).toMatchObject({ value: '4' });
});

test.describe('without a connection', () => {
  test.use({ provoked: /Failed to (load|fetch)|ERR_INTERNET_DISCONNECTED|net::/ });

  test('a lesson that was read and run opens and runs again; others say why they do not', async ({ page, context }) => {
    await page.goto(LESSON);
    await putEngine(page);
    await page.evaluate(() => window.python.boot());
    await expect.poll(() => page.evaluate(async (path) => Boolean(await caches.match(location.origin + path, { ignoreVary: true })), LESSON), { timeout: 30_000 }).toBe(true);
    await expect.poll(() => page.evaluate(async () => Boolean(await caches.match('/py/current.json'))), { timeout: 30_000 }).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('You are offline');
    await putEngine(page);
    expect(await page.evaluate(() => window.python.run({ code: '6 * 7' }))).toMatchObject({ outcome: 'ran', value: '42' });
    await page.goto('/courses');
    await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
    expect(await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat().filter((url) => url.includes('/api/')))).toEqual([]);
  });
});

test('a device that should not load it is told why', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 }));
  await page.goto(LESSON);
  await putEngine(page);
  expect(await page.evaluate(async () => [await window.python.boot(), window.python.state()])).toEqual([false, { kind: 'unfit', why: 'This device has a single processor, so Python is not loaded.' }]);
});
