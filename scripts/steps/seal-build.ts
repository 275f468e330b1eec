import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { compressFile } from './compress';
import { joinStreamedParts } from './join-streamed-parts';

/** What `scripts/serve.ts` serves without asking Next. */
export const SEALED = { pages: '.next/sealed/pages', public: '.next/sealed/public', scriptHashes: '.next/sealed/script-hashes.json', static: '.next/static' };

/** compressed where it is made and served from there (browser-python.ts), so that a change in it needs no build */
const PYTHON = path.normalize('public/py');
const COMPRESSIBLE = /\.(html|js|mjs|css|svg|json|txt|xml|wasm|map|webmanifest|ttf)$/;

/**
 * Readies a finished `next build` for serving: copies the pages made ahead of time to where they are served as plain
 * files, notes the hash of every inline script in each (for its Content-Security-Policy), and writes a brotli and a
 * gzip copy beside every file that shrinks.
 * @returns how many pages there are
 */
export async function sealBuild(): Promise<number> {
  fs.rmSync('.next/sealed', { recursive: true, force: true });
  const hashes: Record<string, string[]> = {};
  for (const route of staticPages()) {
    const html = joinStreamedParts(fs.readFileSync(htmlOf(route), 'utf8'));
    hashes[route] = inlineScriptHashes(html);
    const target = path.join(SEALED.pages, route === '/' ? 'index.html' : `${route}.html`);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, html);
  }
  hashes['/_not-found'] = inlineScriptHashes(fs.readFileSync(htmlOf('/_not-found'), 'utf8'));
  fs.mkdirSync(SEALED.pages, { recursive: true });
  fs.writeFileSync(SEALED.scriptHashes, JSON.stringify(hashes));
  fs.mkdirSync('public', { recursive: true });
  fs.cpSync('public', SEALED.public, { recursive: true, filter: (file) => path.normalize(file) !== PYTHON });
  const files = [SEALED.pages, SEALED.public, SEALED.static].flatMap(filesBelow).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(files.map((file) => compressFile(file)));
  return Object.keys(hashes).length - 1;
}

/** Routes whose HTML was made by the build and never changes after it. */
function staticPages(): string[] {
  const manifest = JSON.parse(fs.readFileSync('.next/prerender-manifest.json', 'utf8')) as { routes: Record<string, { initialRevalidateSeconds: number | false }> };
  return Object.entries(manifest.routes)
    .filter(([route, { initialRevalidateSeconds }]) => initialRevalidateSeconds === false && !route.startsWith('/_') && fs.existsSync(htmlOf(route)))
    .map(([route]) => route);
}

function htmlOf(route: string): string {
  return path.join('.next/server/app', route === '/' ? 'index.html' : `${route}.html`);
}

/** Content-Security-Policy sources for the scripts written into a page. @see https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const sources = scripts.map(([, body]) => `'sha256-${createHash('sha256').update(body ?? '').digest('base64')}'`);
  return [...new Set(sources)];
}

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}
