// The memory of Python right after its start, kept in the browser that started it: from there Python is ready in a fraction
// of the time. It is Pyodide's own, undocumented way, so everything that goes wrong with it leads back to a normal start.

/** held here, as programs do not get it (lock-down.mjs) */
const { caches } = self;
const CACHE = 'snapshots-1';
const PAGE_BYTES = 64 * 1024;
/** twice what a snapshot takes */
const WANTED_ROOM_BYTES = 100 * 1024 * 1024;
const LEAST_DEVICE_GB = 2;

/** one for each version of Python and of the browser */
const key = () => new URL(`snapshot?${encodeURIComponent(navigator.userAgent)}`, import.meta.url).href;

/** @returns Uint8Array, or null when there is none */
export async function keptSnapshot() {
  try {
    const response = await (await caches.open(CACHE)).match(key());
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null; // no storage here
  }
}

export async function forgetSnapshot() {
  await caches?.delete(CACHE).catch(() => undefined);
}

/** Whether this device has room for one. */
export async function mayKeepSnapshot() {
  if ((navigator.deviceMemory ?? LEAST_DEVICE_GB) < LEAST_DEVICE_GB) return false;
  try {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    await caches.open(CACHE);
    return quota - usage > WANTED_ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Makes one and keeps it in place of all others, while Python goes on. Called before Python knows anything of the page. */
export function keepSnapshot(pyodide) {
  const bytes = pyodide.makeMemorySnapshot();
  const kept = async () => {
    await caches.delete(CACHE);
    await (await caches.open(CACHE)).put(key(), new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } }));
  };
  return kept().catch(() => undefined);
}

/**
 * Until the function returned is called, WebAssembly starts with as much memory as the snapshot needs: Pyodide copies it in
 * without asking for room.
 */
export function makeRoomFor(snapshot) {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const withRoom = (original) => async (...args) => {
    const result = await original.apply(WebAssembly, args);
    const { memory } = (result.instance ?? result).exports;
    const missing = snapshot.byteLength - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    return result;
  };
  Object.assign(WebAssembly, { instantiate: withRoom(instantiate), instantiateStreaming: withRoom(instantiateStreaming) });
  return () => Object.assign(WebAssembly, { instantiate, instantiateStreaming });
}
