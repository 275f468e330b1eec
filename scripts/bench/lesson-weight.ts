import zlib from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { ensureChromium } from '../test/chromium';

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-background-networking', '--disable-gpu'];
const LIGHTHOUSE_RUNS = 5;
/** after the load test, so that its last work is not counted as the page's */
const SETTLE_MS = 10_000;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** All JavaScript a page loads before anybody touches it, gzipped, and Lighthouse's four scores (the run with the median performance). */
export async function measureLesson(url: string) {
  const chromePath = await ensureChromium(() => undefined);
  return { lesson_js_gzip_bytes: await scriptBytes({ url, chromePath }), lighthouse: await lighthouseScores({ url, chromePath }) };
}

async function scriptBytes({ url, chromePath }: { url: string; chromePath: string }): Promise<number> {
  const browser = await chromium.launch({ executablePath: chromePath, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script' && response.ok()) bodies.push(response.body());
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return (await Promise.all(bodies)).reduce((sum, body) => sum + zlib.gzipSync(body, { level: 9 }).byteLength, 0);
  } finally {
    await browser.close();
  }
}

async function lighthouseScores({ url, chromePath }: { url: string; chromePath: string }) {
  const runs: Record<(typeof CATEGORIES)[number], number>[] = [];
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  for (let run = 0; run < LIGHTHOUSE_RUNS; run += 1) {
    const chrome = await launch({ chromePath, chromeFlags: FLAGS });
    try {
      const result = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] });
      const score = (category: string) => Math.round((result?.lhr.categories[category]?.score ?? 0) * 100);
      runs.push({ performance: score('performance'), accessibility: score('accessibility'), 'best-practices': score('best-practices'), seo: score('seo') });
    } finally {
      chrome.kill();
    }
  }
  return runs.sort((a, b) => a.performance - b.performance)[Math.floor(runs.length / 2)];
}
