import { build } from 'esbuild';
import type { Page } from 'playwright';
import type { Python } from '../../lib/browser-python/schema';

declare global {
  interface Window {
    /** the engine of lib/browser-python, as `putEngine` puts it */
    python: Python;
  }
}

let bundled: Promise<string> | null = null;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: ['lib/browser-python/components/python.ts'], bundle: true, write: false, format: 'iife', globalName: 'engine' });
  return `${outputFiles[0]?.text ?? ''}; window.python = engine.getPython();`;
}

/** For tests and measurements: puts the page's side of Python in the browser into a page, without any button; it talks to what the site really serves. */
export async function putEngine(page: Page): Promise<void> {
  bundled ??= bundle();
  await page.evaluate(await bundled);
}
