// The service worker (public/sw.js): keeps what was read and run for the next time, with or without a connection.

const CONTROL_WITHIN_MS = 3000;

/** Registers it; null where there is none (an insecure address, some private windows). */
async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  return navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => null);
}

/** Waits until requests of this page, and of workers it starts from now on, go through the service worker. @returns whether they do */
export async function underServiceWorker(): Promise<boolean> {
  if (!(await register())) return false;
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), CONTROL_WITHIN_MS);
    serviceWorker.addEventListener('controllerchange', () => {
      clearTimeout(timer);
      resolve(true);
    }, { once: true });
  });
}

/** Has this page, its scripts and Python kept on the device. @param python addresses of Python's files */
export async function keepForOffline(python: string[]): Promise<void> {
  if (!(await register())) return;
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const assets = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/')).map(({ pathname }) => pathname);
  active?.postMessage({ type: 'keep', page: location.pathname, assets, python });
}

/** Hands a line to the program that waits for it by way of the service worker. */
export function sendLine(channel: string, line: string | null): void {
  navigator.serviceWorker.controller?.postMessage({ type: 'input', channel, line });
}

/** Python was started from kept memory (sandbox/browser/snapshot.mjs) and broke: the next start does without. */
export async function forgetSnapshot(): Promise<void> {
  await globalThis.caches?.delete('snapshots-1').catch(() => undefined); // none on plain HTTP
}
