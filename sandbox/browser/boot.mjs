// Loads Pyodide and our packages, and says how far it is.
import { loadPyodide } from './pyodide.mjs';
import { LOCK } from './files.mjs';
import { countFetches } from './progress.mjs';
import { forgetSnapshot, keepSnapshot, keptSnapshot, makeRoomFor, mayKeepSnapshot } from './snapshot.mjs';

const here = (name) => new URL(name, import.meta.url).href;
const PACKAGES = '/lib/coursewright.zip';
const WARM_UP = `
import sys
sys.path.append("${PACKAGES}")
from coursewright_browser.main import warm_up
warm_up()
del warm_up, sys
`;
/** what a program may have is this less Python's own 50 MB or so; the sandbox on the server allows 320 MB */
const MAX_MEMORY_BYTES = 384 * 1024 * 1024;
const PAGE_BYTES = 64 * 1024;

/**
 * @param onProgress given { step, loaded, total }, in bytes as they travel
 * @returns { pyodide, fromSnapshot }
 */
export async function boot(onProgress) {
  limitMemory();
  const snapshot = await keptSnapshot();
  if (snapshot) {
    try {
      return { pyodide: await restore(snapshot), fromSnapshot: true };
    } catch {
      await forgetSnapshot();
    }
  }
  return { pyodide: await start(onProgress), fromSnapshot: false };
}

async function start(onProgress) {
  const counted = countFetches(onProgress);
  const packages = fetchPackages();
  const keeping = await mayKeepSnapshot();
  const pyodide = await loadPyodide(options({ _makeSnapshot: keeping }));
  addPackages(pyodide, await packages);
  counted.stop('Starting Flask');
  pyodide.runPython(WARM_UP);
  if (keeping) void keepSnapshot(pyodide);
  return pyodide;
}

async function restore(snapshot) {
  const packages = fetchPackages();
  const done = makeRoomFor(snapshot);
  try {
    const pyodide = await loadPyodide(options({ _loadSnapshot: snapshot }));
    addPackages(pyodide, await packages);
    return pyodide;
  } finally {
    done();
  }
}

function options(more) {
  return {
    indexURL: here('./'),
    packageBaseUrl: here('./'),
    lockFileContents: LOCK,
    stdLibURL: here('stdlib.zip'),
    stdout: () => undefined,
    stderr: () => undefined,
    ...more,
  };
}

async function fetchPackages() {
  const response = await fetch(here('packages.zip'));
  if (!response.ok) throw new Error(`Flask could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

function addPackages(pyodide, archive) {
  pyodide.FS.writeFile(PACKAGES, archive);
}

/** A program that wants ever more memory gets a MemoryError, before the device runs out of it. */
function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function growWithin(pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MAX_MEMORY_BYTES) throw new RangeError('out of memory');
    return grow.call(this, pages);
  };
}
