// npm run bench:browser-python [-- --json]: how soon Python in the browser answers, in Chromium against the production build.
// The engine is measured without a button, but the first output: that is a click on a lesson's Run. Medians of ROUNDS.
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { putEngine } from '../browser-python/put-engine';
import { CURRENT, PUBLIC } from '../steps/browser-python';
import { freePort } from '../steps/postgres';
import { startSite } from '../steps/site';
import { ensureChromium } from '../test/chromium';
import { median, rounded } from './statistics';

const ROUNDS = 5;
const KEPT_WITHIN_MS = 20_000;
const LESSON = '/courses/flask/working-with-cookies';
const PROGRAM = 'from flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef index():\n    return "hi"\nprint(len(app.url_map._rules))';
const METHOD = {
  first_output_ms: 'a new browser profile opens a lesson; from the click on the first Run to the first output in the page',
  boot_cold_ms: 'in a new profile, from boot() to ready: 6 MB over loopback, nothing compiled, Flask imported',
  boot_warm_ms: 'the second visit of a profile, from boot() to ready, with whatever it kept: files, compiled code, memory snapshot',
  boot_snapshot_ms: 'the same, counted only where the worker says it began from a snapshot',
  boot_without_snapshot_ms: 'the second visit of a profile whose snapshot was thrown away',
  warm_run_ms: 'from run() to its result, a Flask app of six lines, in a worker that ran it before',
  stop_ms: 'from stop() to the result of a program in `while True: pass`',
  main_thread_longest_task_ms: 'the longest task of the page itself during a cold boot (PerformanceObserver, 0 when none took 50 ms)',
};

type Round = Partial<Record<keyof typeof METHOD, number>>;

async function measureRound(browser: Browser, site: string): Promise<Round> {
  const firstOutput = await inNewProfile(browser, (context) => firstOutputOf(context, site));
  const rest = await inNewProfile(browser, async (context) => {
    const cold = await visit(context, site, bootAndWatch);
    const warm = await visit(context, site, bootAndRun);
    await visit(context, site, (page) => page.evaluate(() => caches.delete('snapshots-1')));
    const bare = await visit(context, site, boot);
    return {
      boot_cold_ms: cold.ms,
      main_thread_longest_task_ms: cold.longestTask,
      boot_warm_ms: warm.ms,
      boot_snapshot_ms: warm.fromSnapshot ? warm.ms : undefined,
      boot_without_snapshot_ms: bare.ms,
      warm_run_ms: warm.run,
      stop_ms: warm.stop,
    };
  });
  return { first_output_ms: firstOutput, ...rest };
}

async function inNewProfile<T>(browser: Browser, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  return work(context).finally(() => context.close());
}

async function visit<T>(context: BrowserContext, site: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  await page.goto(site + LESSON, { waitUntil: 'networkidle' });
  return work(page).finally(() => page.close());
}

function firstOutputOf(context: BrowserContext, site: string): Promise<number> {
  return visit(context, site, async (page) => {
    const figure = page.locator('figure[id^="example-"]').first();
    const button = figure.getByRole('button', { name: 'Run', exact: true });
    await button.scrollIntoViewIfNeeded();
    const printed = figure.evaluate((element) => new Promise<number>((resolve) => {
      let clicked = 0;
      element.addEventListener('click', () => (clicked = performance.now()), { capture: true });
      new MutationObserver(() => {
        if (clicked && element.querySelector('samp')?.textContent) resolve(performance.now() - clicked);
      }).observe(element, { childList: true, subtree: true, characterData: true });
    }));
    await button.click();
    return printed;
  });
}

async function boot(page: Page): Promise<{ ms: number; fromSnapshot: boolean }> {
  await putEngine(page);
  return page.evaluate(async () => {
    const began = performance.now();
    if (!(await window.python.boot())) throw new Error(JSON.stringify(window.python.state()));
    const state = window.python.state();
    return { ms: performance.now() - began, fromSnapshot: state.kind === 'ready' && state.fromSnapshot };
  });
}

/** Boots for the first time, and waits until what is kept for the second time is kept. */
async function bootAndWatch(page: Page): Promise<{ ms: number; longestTask: number }> {
  const tasks = await page.evaluateHandle(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    return seen;
  });
  const { ms } = await boot(page);
  const longestTask = await tasks.evaluate((seen) => Math.max(0, ...seen));
  // asked from outside: the page's policy refuses what waitForFunction would evaluate in it
  const isKept = () => page.evaluate(async () => (await (await caches.open('snapshots-1')).keys()).length > 0);
  for (const until = Date.now() + KEPT_WITHIN_MS; !(await isKept()) && Date.now() < until; ) await page.waitForTimeout(200);
  return { ms, longestTask };
}

async function bootAndRun(page: Page): Promise<{ ms: number; fromSnapshot: boolean; run: number; stop: number }> {
  const booted = await boot(page);
  const timed = await page.evaluate(async (code) => {
    const runs: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const began = performance.now();
      await window.python.run({ code });
      runs.push(performance.now() - began);
    }
    const endless = window.python.run({ code: 'while True: pass' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    window.python.stop();
    const { outcome } = await endless;
    if (outcome !== 'stopped') throw new Error(`a stopped program ended as ${outcome}`);
    return { runs: runs.slice(1).sort((a, b) => a - b), stop: performance.now() - began };
  }, PROGRAM);
  return { ...booted, run: timed.runs[2] ?? Number.NaN, stop: timed.stop };
}

/** What a browser that knows brotli loads for its first boot. */
function bytesToLoad(): number {
  const { hash, files = [] } = JSON.parse(fs.readFileSync(CURRENT, 'utf8')) as { hash: string | null; files?: string[] };
  if (hash === null) throw new Error('There is no Python for browsers here: npm run prepare:sandbox says why.');
  const size = (name: string) => {
    const file = path.join(PUBLIC, hash, name);
    return fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
  };
  return files.reduce((sum, name) => sum + size(name), fs.statSync(CURRENT).size);
}

async function main(): Promise<void> {
  const say = (text: string) => console.error(`  ${text}`);
  const executablePath = await ensureChromium(say);
  const site = await startSite({ port: await freePort() });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const rounds: Round[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`round ${round} of ${ROUNDS}`);
      rounds.push(await measureRound(browser, site.url));
    }
    report(rounds);
  } finally {
    await browser.close();
    await site.stop();
  }
}

function report(rounds: Round[]): void {
  const names = Object.keys(METHOD) as (keyof typeof METHOD)[];
  const medians = Object.fromEntries(names.map((name) => {
    const samples = rounds.flatMap((round) => round[name] ?? []);
    return [name, samples.length ? rounded(median(samples)) : null];
  }));
  const figures = { ...medians, bytes_brotli: bytesToLoad(), rounds: ROUNDS };
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ...figures, method: METHOD }));
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value}`);
}

await main();
