import type { Page } from '@playwright/test';
import { expect, LESSON, test } from './fixtures';
import { lookAt } from './look-at';
import { openLesson, panel, writeProgram } from './panel';

const example = (page: Page) => page.locator('figure[id^="example-"]').first();
const run = (page: Page) => panel(page).getByRole('button', { name: 'Run', exact: true }).click();
const output = (page: Page) => panel(page).getByRole('group', { name: 'Output', exact: true });
const HERE = /^ran in your browser · /;
const THERE = /^ran on the server · /;
const PROGRESS = 'Loading Python';
/** as asking for it does */
const LOADS = 60_000;

/** Keeps Python from loading until it is released. */
async function holdPython(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/py/current.json', async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

/** Runs a program of no account until it runs in the browser. */
async function untilPythonIsHere(page: Page): Promise<void> {
  await expect(async () => {
    await example(page).getByRole('button', { name: 'Run', exact: true }).click();
    await expect(example(page).getByText(HERE)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: LOADS });
}

/** How long a click on Stop takes until the page says that the program has stopped, in ms, measured in the page. */
async function timeToStop(page: Page): Promise<number> {
  await run(page);
  const stop = panel(page).getByRole('button', { name: 'Stop', exact: true });
  await expect(stop).toBeVisible();
  return stop.evaluate(async (found) => {
    const button = found as HTMLButtonElement;
    const form = button.closest('form');
    const began = performance.now();
    const stopped = new Promise<number>((resolve) => {
      const look = () => form?.textContent?.includes('You stopped it') && resolve(performance.now() - began);
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    button.click();
    return stopped;
  });
}

/** Runs a program that asks who is there, and tells it. */
async function answerAQuestion(page: Page): Promise<void> {
  await writeProgram(page, 'print("Hello", input("Who? "))');
  await run(page);
  await expect(panel(page).getByRole('textbox', { name: 'The program asks: Who?' })).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(output(page)).toContainText('Hello Ada');
}

test.describe('Python comes late', () => {
  // requests of a service worker cannot be held back here
  test.use({ serviceWorkers: 'block', provoked: /Service Worker registration blocked/ });

  test('Run answers before Python has loaded; later runs are in the browser: they stream, ask, mark errors, stop, and need no connection', async ({ page, context }) => {
    test.setTimeout(300_000);
    const release = await holdPython(page);
    await openLesson(page);

    await test.step('the first run is answered by the server', async () => {
      await example(page).getByRole('button', { name: 'Run', exact: true }).click();
      await expect(example(page).getByText('It ran just now and printed what the lesson says:')).toBeVisible({ timeout: 20_000 });
      await expect(example(page).getByText(THERE)).toBeVisible();
    });

    await test.step('once Python is loaded, it runs in the browser, with the same output', async () => {
      release();
      await untilPythonIsHere(page);
      await expect(example(page).getByText('It ran just now and printed what the lesson says:')).toBeVisible();
    });

    await test.step('output is shown while the program runs, both streams marked, and the last value', async () => {
      await writeProgram(page, 'import sys\nprint("first")\nprint("careful", file=sys.stderr)\ninput()\nprint("second")\n{"a": 1}');
      await run(page);
      await expect(output(page)).toContainText('first');
      await expect(output(page)).toContainText('error streamcareful');
      await expect(output(page)).not.toContainText('second');
      await page.keyboard.press('Enter');
      await expect(output(page)).toContainText('second');
      await expect(panel(page).getByText("{'a': 1}", { exact: true })).toBeVisible();
      await expect(panel(page).locator('form > [role=status]')).toHaveText('The program has run.');
    });

    await test.step('input() asks in the output, and the program goes on', async () => {
      await writeProgram(page, 'name = input("Who? ")\nage = input("Age? ")\nprint(f"{name} is {age}")');
      await run(page);
      const first = panel(page).getByRole('textbox', { name: 'The program asks: Who?' });
      await expect(first).toBeFocused();
      expect(await lookAt(page, { name: 'a program asks', within: 'section[data-kind="fill-in"]' })).toEqual([]);
      await page.keyboard.type('Ada');
      await page.keyboard.press('Enter');
      await expect(panel(page).getByRole('textbox', { name: 'The program asks: Age?' })).toBeFocused();
      await page.keyboard.type('36');
      await page.keyboard.press('Enter');
      await expect(output(page)).toContainText('Who? Ada\nAge? 36\nAda is 36');
    });

    await test.step('an error marks its line until that line is edited', async () => {
      await writeProgram(page, 'total = 3\nprint(totl)\nprint("end")');
      await run(page);
      await expect(panel(page).getByText(/^Python says: NameError/)).toBeVisible();
      const marked = panel(page).locator('.cm-line.cm-errorLine');
      await expect(marked).toHaveText('print(totl)');
      await expect(panel(page).locator('.cm-content')).toHaveAccessibleDescription(/Line 2 is marked: /);
      expect(await lookAt(page, { name: 'an error of a run', within: 'section[data-kind="fill-in"]' })).toEqual([]);
      await marked.click();
      await page.keyboard.press('End');
      await page.keyboard.type(' ');
      await expect(marked).toHaveCount(0);
      await expect(panel(page).locator('.cm-content')).not.toHaveAccessibleDescription(/is marked/);
      await panel(page).getByRole('button', { name: 'Submit' }).click();
      await expect(marked, 'the grader marks it, too').toHaveText('print(totl) ');
    });

    await test.step('Stop ends an endless loop within 150 ms, and the page works meanwhile', async () => {
      await writeProgram(page, 'n = 0\nwhile True:\n    n += 1\n');
      const times = [await timeToStop(page), await timeToStop(page), await timeToStop(page)];
      expect(Math.min(...times), `${times.map(Math.round).join(', ')} ms`).toBeLessThan(150);
      await run(page);
      await expect(panel(page).getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(panel(page).getByText('You stopped it before it printed anything.')).toBeVisible();
    });

    await test.step('it runs without a connection', async () => {
      await context.setOffline(true);
      await writeProgram(page, 'print(6 * 7)');
      await run(page);
      await expect(output(page)).toHaveText('42\n');
      await expect(panel(page).getByText(HERE)).toBeVisible();
      await context.setOffline(false);
    });
  });

  test('where the site has no sandbox, the program waits for Python in the browser and runs there (the answer of the API is made up)', async ({ page }) => {
    test.setTimeout(120_000);
    await page.route('**/api/runs', (route) => route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'Programs cannot run on this site at the moment.' } } }));
    const release = await holdPython(page);
    await openLesson(page);
    await example(page).getByRole('button', { name: 'Run', exact: true }).click();
    await expect(example(page).getByRole('progressbar', { name: PROGRESS })).toBeVisible();
    await expect(example(page).getByText('The server cannot run it now. Python is loading in your browser and will.').first()).toBeVisible();
    expect(await lookAt(page, { name: 'loading Python', within: 'figure[id^="example-"]' })).toEqual([]);
    release();
    await expect(example(page).getByText('It ran just now and printed what the lesson says:')).toBeVisible({ timeout: LOADS });
    await expect(example(page).getByText(HERE)).toBeVisible();
  });
});

test('where data is saved, programs run on the server: it says why once, and takes input beforehand', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openLesson(page);
  await example(page).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(example(page).getByText(THERE)).toBeVisible({ timeout: 20_000 });
  const why = page.getByText(/Your browser asks to save data/);
  await expect(why).toHaveCount(1);

  await writeProgram(page, 'print("Hello", input("Who? "))');
  await run(page);
  const field = panel(page).getByRole('textbox', { name: 'This program reads what you type' });
  await field.fill('Ada');
  expect(await lookAt(page, { name: 'input beforehand', within: 'section[data-kind="fill-in"]' })).toEqual([]);
  await panel(page).getByRole('button', { name: 'Run with this' }).click();
  await expect(output(page)).toContainText('Hello Ada');
  await expect(panel(page).getByText(THERE)).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/py/')), 'nothing of Python is loaded').toEqual([]);
});

test.describe('without shared memory', () => {
  test('a browser that shares no memory with workers runs, asks and stops all the same', async ({ page }) => {
    test.setTimeout(180_000);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedArrayBuffer'));
    await page.route(`**${LESSON}`, async (route) => {
      const response = await route.fetch();
      const { 'cross-origin-opener-policy': _, 'cross-origin-embedder-policy': __, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await openLesson(page);
    expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(false);
    await untilPythonIsHere(page);
    await answerAQuestion(page);

    await writeProgram(page, 'while True:\n    pass\n');
    await timeToStop(page);
    await expect(panel(page).getByText('You stopped it before it printed anything.')).toBeVisible();
    await untilPythonIsHere(page); // a new worker took the place of the stopped one
  });
});

test.describe('without what not every browser has', () => {
  test('no hints about the device, no storage, no service worker: Python runs, asks, and starts anew after it broke', async ({ page }) => {
    test.setTimeout(180_000);
    await page.addInitScript(() => {
      for (const name of ['connection', 'deviceMemory', 'serviceWorker', 'clipboard', 'storage']) Reflect.deleteProperty(Navigator.prototype, name);
      for (const name of ['caches', 'requestIdleCallback', 'cancelIdleCallback']) Reflect.deleteProperty(window, name);
    });
    await openLesson(page);
    expect(await page.evaluate(() => [...['connection', 'deviceMemory', 'serviceWorker', 'clipboard', 'storage'].filter((name) => name in navigator), ...['caches', 'requestIdleCallback'].filter((name) => name in window)])).toEqual([]);
    await untilPythonIsHere(page);
    await answerAQuestion(page);
    await writeProgram(page, 'x = []\nwhile True:\n    x.append(bytearray(10_000_000))\n');
    await run(page);
    await expect(panel(page).getByText(/more memory than it may use|MemoryError/).first()).toBeVisible({ timeout: 30_000 });
    await untilPythonIsHere(page);
  });
});

test.describe('offline', () => {
  // what the browser itself says of a connection that is cut on purpose
  test.use({ provoked: /net::ERR_(INTERNET_DISCONNECTED|FAILED)/ });

  test('what was run once runs without a connection, also after the page is opened anew', async ({ page, context }) => {
    test.setTimeout(120_000);
    await openLesson(page);
    await untilPythonIsHere(page);
    const isKept = (path: string) => page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
    await expect.poll(() => isKept(LESSON), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => isKept('/py/current.json')).toBe(true);
    await context.setOffline(true);
    await openLesson(page);
    await example(page).getByRole('button', { name: 'Run', exact: true }).click();
    await expect(example(page).getByText(HERE)).toBeVisible({ timeout: LOADS });
    await expect(example(page).getByText('It ran just now and printed what the lesson says:')).toBeVisible();
  });

  test('an exercise nobody had opened can be worked on without a connection; what is submitted there goes out when it is back', async ({ page, context }) => {
    test.setTimeout(180_000);
    await openLesson(page);
    await untilPythonIsHere(page);
    const kept = () => page.evaluate(async () => (await (await caches.open('assets-1')).keys()).length);
    await expect.poll(() => page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, LESSON), { timeout: 20_000 }).toBe(true);
    const more = async () => {
      const before = await kept();
      await page.waitForTimeout(2000);
      return (await kept()) - before;
    };
    await expect.poll(more, { message: 'the scripts for later have come' }).toBe(0);
    await context.setOffline(true);
    await openLesson(page);
    await writeProgram(page, 'print(6 * 7)');
    await run(page);
    await expect(output(page)).toHaveText('42\n', { timeout: LOADS });
    await expect(panel(page).getByText(HERE)).toBeVisible();
    await panel(page).getByRole('button', { name: 'Submit' }).click();
    await expect(panel(page).getByText('Are you offline? Your code is safe in this browser, and goes in by itself')).toBeVisible();
    await panel(page).getByRole('link', { name: 'Model solution' }).click();
    await expect(panel(page).getByText('The solution cannot be fetched now')).toBeVisible();
    await context.setOffline(false);
    await expect(panel(page).getByText('Not yet', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  });

  test('a press of Run says why nothing happens where the editor was never loaded', async ({ page, context }) => {
    await page.route('**/py/current.json', (route) => route.fulfill({ json: { hash: null } }));
    await openLesson(page);
    await context.setOffline(true);
    await example(page).getByRole('button', { name: 'Run', exact: true }).click();
    await expect(example(page).getByText(/^The site cannot be reached, and the part of this page/).last()).toBeInViewport();
  });
});
