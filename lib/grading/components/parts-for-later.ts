/**
 * Loads what work on this page may take later, once Python is here: the service worker keeps what is fetched, so that
 * editors, examples and apps open without a connection, too. Where Python is not loaded, nothing is: such a device saves.
 */
export async function loadPartsForLater(): Promise<void> {
  const { getPython } = await import('@/lib/browser-python/components/python');
  if (!(await getPython().boot())) return;
  await Promise.allSettled([import('./bench'), import('./run-bench'), import('./editor'), import('@/lib/browser-python/components/mini-browser')]);
}
