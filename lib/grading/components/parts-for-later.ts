/**
 * Loads what work on this page may take later, once Python is here, and has it kept: editors, examples and apps then open
 * without a connection, too. Where Python is not loaded, nothing is: such a device saves.
 */
export async function loadPartsForLater(): Promise<void> {
  const [{ getPython }, { keepForOffline }] = await Promise.all([import('@/lib/browser-python/components/python'), import('@/lib/browser-python/components/offline')]);
  if (!(await getPython().boot())) return;
  await Promise.allSettled([import('./bench'), import('./run-bench'), import('./editor'), import('@/lib/browser-python/components/mini-browser')]);
  await keepForOffline([]); // what came while the service worker began has passed it by
}
