/** This site has no Python for browsers. */
export class NotHere extends Error {}

const CURRENT = '/py/current.json';

/**
 * The address of the Python that belongs to this site now, /py/<hash>/, and those of all its files.
 * @throws NotHere; Error in words for the reader when there is no connection and nothing was kept
 */
export async function currentFolder(): Promise<{ folder: string; files: string[] }> {
  const answer = await fetch(CURRENT, { cache: 'no-cache' }).catch(() => null);
  if (answer === null) throw new Error('Python is not on this device yet, and there is no connection to load it.');
  const { hash, files = [] } = answer.ok ? ((await answer.json()) as { hash: string | null; files?: string[] }) : { hash: null };
  if (hash === null) throw new NotHere('This site has no Python for browsers.');
  const folder = `/py/${hash}/`;
  return { folder, files: [CURRENT, ...files.map((name) => folder + name)] };
}
