// Makes public/py: Python for the browser, with the packages of the sandbox image. docs/decisions/0060-python-in-the-browser.md
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { OURS, PYODIDE } from '../browser-python/pack';
import { withSitePackages } from '../sandbox/site-packages';
import { runOrThrow } from './command';
import { compressFile } from './compress';
import type { Progress } from './step';

export const PUBLIC = 'public/py';
/** what pages ask for first; the only file whose content changes under its name */
export const CURRENT = path.join(PUBLIC, 'current.json');
const FROM_PYODIDE = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm'];
const HANDWRITTEN = 'sandbox/browser';
/** below DATA_DIR: the standard library compiled, and large files compressed; they change only with Pyodide */
const KEPT = 'browser-python';
const PACK = 'scripts/browser-python/pack-archives.ts';
/** decides about the archives and how they are made */
const MADE_BY = ['scripts/steps/browser-python.ts', 'scripts/steps/compress.ts', 'scripts/browser-python/pack.ts', PACK, 'package-lock.json'];

type Options = { dataDir: string; progress: Progress };

/**
 * Packs Python for the browser when anything it is made of changed. Without a sandbox image there is none: pages then say
 * so and run programs on the server.
 */
export async function prepareBrowserPython({ dataDir, progress }: Options): Promise<string> {
  fs.mkdirSync(PUBLIC, { recursive: true });
  try {
    return await withSitePackages(dataDir, (sitePackages) => prepare({ sitePackages, kept: path.join(dataDir, KEPT), progress }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    writeCurrent({ hash: null });
    return `off, programs run on the server only. ${reason}`;
  }
}

type Preparing = { sitePackages: string; kept: string; progress: Progress };

async function prepare({ sitePackages, kept, progress }: Preparing): Promise<string> {
  const hash = hashOf([...MADE_BY, HANDWRITTEN, ...OURS.map((part) => path.join('sandbox', part)), sitePackages]);
  const folder = path.join(PUBLIC, hash);
  const known = fs.existsSync(CURRENT) ? (JSON.parse(fs.readFileSync(CURRENT, 'utf8')) as { hash: string | null }).hash : null;
  if (known === hash && fs.existsSync(folder)) return 'up to date';
  const unfinished = `${folder}.new-${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  try {
    const bytes = await fill({ folder: unfinished, sitePackages, kept, progress });
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(unfinished, folder);
    writeCurrent({ hash, files: fs.readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name)) });
    removeOthers(hash);
    return `${(bytes / 1e6).toFixed(1)} MB to load, ${hash}`;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

/** @returns how many bytes a browser loads */
async function fill({ folder, sitePackages, kept, progress }: Preparing & { folder: string }): Promise<number> {
  progress('compiling Flask and the standard library for the browser');
  const stdlib = path.join(kept, `stdlib-${hashOf([path.join(PYODIDE, 'python_stdlib.zip'), path.join(HANDWRITTEN, 'pack.py')])}.zip`);
  fs.mkdirSync(kept, { recursive: true });
  // in a process of its own: it would hold up everything else here for a quarter of a minute
  await runOrThrow(process.execPath, ['--import', 'tsx', PACK, sitePackages, path.join(folder, 'packages.zip'), stdlib]);
  fs.copyFileSync(stdlib, path.join(folder, 'stdlib.zip'));
  for (const name of FROM_PYODIDE) fs.copyFileSync(path.join(PYODIDE, name), path.join(folder, name));
  for (const name of fs.readdirSync(HANDWRITTEN).filter((entry) => entry.endsWith('.mjs'))) fs.copyFileSync(path.join(HANDWRITTEN, name), path.join(folder, name));
  progress('compressing');
  const sizes = await Promise.all(fs.readdirSync(folder).map(async (name) => [name, await compressFile(path.join(folder, name), { cache: kept })] as const));
  const list = path.join(folder, 'files.mjs');
  fs.writeFileSync(list, filesModule(Object.fromEntries(sizes.filter(([name]) => /\.(zip|wasm)$/.test(name)))));
  return sizes.reduce((sum, [, { travels }]) => sum + travels, fs.statSync(list).size);
}

/** What the worker must know of the other files: how large they are, and Pyodide's lock file without the packages it could load. */
function filesModule(files: Record<string, { size: number; travels: number }>): string {
  const { info } = JSON.parse(fs.readFileSync(path.join(PYODIDE, 'pyodide-lock.json'), 'utf8')) as { info: object };
  return `export const FILES = ${JSON.stringify(files)};\nexport const LOCK = ${JSON.stringify({ info, packages: {} })};\n`;
}

function writeCurrent(content: { hash: string; files: string[] } | { hash: null }): void {
  fs.writeFileSync(`${CURRENT}.new`, JSON.stringify(content));
  fs.renameSync(`${CURRENT}.new`, CURRENT);
}

function removeOthers(hash: string): void {
  for (const name of fs.readdirSync(PUBLIC)) if (/^[0-9a-f]{16}$/.test(name) && name !== hash) fs.rmSync(path.join(PUBLIC, name), { recursive: true, force: true });
}

function hashOf(entries: string[]): string {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of filesBelow(entry)) hash.update(path.relative(entry, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(entry: string): string[] {
  if (!fs.statSync(entry).isDirectory()) return [entry];
  const names = fs.readdirSync(entry).filter((name) => name !== '__pycache__');
  return names.sort().flatMap((name) => filesBelow(path.join(entry, name)));
}
