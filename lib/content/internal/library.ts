import path from 'node:path';
import { readFiles, signatureOf } from './files';
import { readLibrary, type Library } from './read-library';
import { ContentError } from './report';

export const defaultRoot = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'content');

type Kept = { signature: string; library: Promise<Library> };
const kept = new Map<string, Kept>();

/**
 * All content under `root`, with its diagnostics. Kept in memory: in production for good, elsewhere until a file changes.
 * @param root the content folder
 */
export async function surveyLibrary(root = defaultRoot()): Promise<Library> {
  const before = kept.get(root);
  if (before && process.env.NODE_ENV === 'production') return before.library;
  const signature = process.env.NODE_ENV === 'production' ? '' : await signatureOf(root);
  const current = kept.get(root); // another call may have read it meanwhile
  if (current?.signature === signature) return current.library;

  const library = readFiles(root).then(readLibrary);
  kept.set(root, { signature, library });
  library.catch(() => kept.delete(root)); // a file that could not be read is tried again
  return library;
}

/** @throws ContentError that lists everything that is wrong */
export async function requireLibrary(root?: string): Promise<Library> {
  const library = await surveyLibrary(root);
  if (library.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) throw new ContentError(library.diagnostics);
  return library;
}
