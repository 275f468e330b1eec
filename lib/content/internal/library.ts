import path from 'node:path';
import { ContentFolder, type Files } from './files';
import { KeptLessons } from './kept-lessons';
import { readLibrary, type Library } from './read-library';
import { ContentError } from './report';

export const defaultRoot = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'content');

type Kept = { folder: ContentFolder; lessons: KeptLessons; files: Files; library: Library; version: number };
const kept = new Map<string, Kept>();

/**
 * All content under `root`, with its diagnostics. Kept in memory: in production for good, elsewhere until a file changes,
 * and then only the lessons that it belongs to are read again.
 * @param root the content folder
 */
export async function surveyLibrary(root = defaultRoot()): Promise<Library> {
  const before = kept.get(root);
  if (before && process.env.NODE_ENV === 'production') return before.library;
  const { folder, lessons } = before ?? { folder: new ContentFolder(root), lessons: new KeptLessons() };
  const files = folder.read();
  if (before?.files === files) return before.library;
  const library = readLibrary(files, (job) => lessons.read(job));
  kept.set(root, { folder, lessons, files, library, version: (before?.version ?? 0) + 1 });
  return library;
}

/** How often the content under `root` was read, which is once more after each change that was noticed. */
export const versionOf = (root = defaultRoot()): number => kept.get(root)?.version ?? 0;

/**
 * @throws ContentError that lists everything that is wrong. Not under `npm run dev`: there the author bar lists it, and what
 * can be shown is shown
 */
export async function requireLibrary(root?: string): Promise<Library> {
  const library = await surveyLibrary(root);
  if (process.env.NODE_ENV !== 'development' && library.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) throw new ContentError(library.diagnostics);
  return library;
}
