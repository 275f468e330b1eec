// Loads Pyodide and our packages, and says how far it is.
import { loadPyodide } from './pyodide.mjs';
import { LOCK } from './files.mjs';
import { countFetches } from './progress.mjs';

const here = (name) => new URL(name, import.meta.url).href;
const PACKAGES = '/lib/coursewright.zip';

/** what a program may have is this less Python's own 60 MB or so; the sandbox on the server allows 320 MB */
const MAX_MEMORY_BYTES = 384 * 1024 * 1024;
const PAGE_BYTES = 64 * 1024;

/** @param onProgress given { step, loaded, total }, in bytes as they travel */
export async function boot(onProgress) {
  limitMemory();
  const counted = countFetches(onProgress);
  const packages = fetch(here('packages.zip')).then((response) => response.arrayBuffer());
  const pyodide = await loadPyodide({
    indexURL: here('./'),
    packageBaseUrl: here('./'),
    lockFileContents: LOCK,
    stdLibURL: here('stdlib.zip'),
    stdout: () => undefined,
    stderr: () => undefined,
  });
  pyodide.FS.writeFile(PACKAGES, new Uint8Array(await packages));
  counted.stop('Starting Flask');
  pyodide.runPython(`import sys; sys.path.append("${PACKAGES}")`);
  pyodide.pyimport('coursewright_browser.main').warm_up();
  return { pyodide, fromSnapshot: false };
}

/** A program that wants ever more memory gets a MemoryError, before the device runs out of it. */
function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function growWithin(pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MAX_MEMORY_BYTES) throw new RangeError('out of memory');
    return grow.call(this, pages);
  };
}
