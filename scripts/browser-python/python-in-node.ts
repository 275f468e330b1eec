import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Advice, BrowserRun } from '../../lib/browser-python/schema';
import { CURRENT, prepareBrowserPython, PUBLIC } from '../steps/browser-python';
import type { Progress } from '../steps/step';

/** The very Python that browsers load, here in Node. Its calls are not asynchronous: nothing else happens meanwhile. */
export type PythonInNode = { advise: (job: { code: string; checks: string; seed: number }) => Advice; run: (program: { code: string }) => BrowserRun; versions: () => Record<string, string> };

type Main = { warm_up: () => void; connect: (emit: () => void, ask: () => null) => void; advise: (code: string, checks: string, seed: number) => string; run: (code: string, stdin: string) => string; versions: () => string };

/**
 * Packs what browsers load, unless it is up to date, and starts it.
 * @throws Error when this machine has no sandbox image to take Flask from
 */
export async function startPythonInNode({ dataDir, progress }: { dataDir: string; progress: Progress }): Promise<PythonInNode> {
  const state = await prepareBrowserPython({ dataDir, progress });
  const { hash } = JSON.parse(fs.readFileSync(CURRENT, 'utf8')) as { hash: string | null };
  if (hash === null) throw new Error(`There is no Python for browsers: ${state}`);
  const folder = path.resolve(PUBLIC, hash);
  const { LOCK } = (await import(pathToFileURL(path.join(folder, 'files.mjs')).href)) as { LOCK: object };
  const { loadPyodide } = await import('pyodide');
  const pyodide = await loadPyodide({ indexURL: folder, packageBaseUrl: folder, lockFileContents: LOCK as never, stdLibURL: path.join(folder, 'stdlib.zip'), stdout: () => undefined, stderr: () => undefined });
  pyodide.FS.writeFile('/lib/coursewright.zip', new Uint8Array(fs.readFileSync(path.join(folder, 'packages.zip'))));
  pyodide.runPython('import sys; sys.path.append("/lib/coursewright.zip")');
  const main = pyodide.pyimport('coursewright_browser.main') as unknown as Main;
  main.warm_up();
  main.connect(() => undefined, () => null);
  return {
    advise: ({ code, checks, seed }) => JSON.parse(main.advise(code, checks, seed)) as Advice,
    run: ({ code }) => JSON.parse(main.run(code, '')) as BrowserRun,
    versions: () => JSON.parse(main.versions()) as Record<string, string>,
  };
}
