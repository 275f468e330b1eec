import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The files of a content folder, by names as authors say them: `content/courses/…`, with `/` on every system. */
export type Files = Map<string, string>;

const TEXT = /\.(mdx|ya?ml|py|out|md)$/;

function listFiles(root: string): string[] {
  if (!fs.existsSync(root)) return []; // "there is no course" is said by the reader
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.parentPath.includes('__pycache__')).map((entry) => path.join(entry.parentPath, entry.name));
}

const nameOf = (root: string, file: string) => ['content', ...path.relative(root, file).split(path.sep)].join('/');

/** Line ends as on Unix and no byte order mark, so that a checkout on Windows reads, and hashes, the same. */
const normalise = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;

/** What a lesson may name: the courses' files, and the pictures of the public/ beside `root`, as `public/…`. */
function listAll(root: string): { file: string; name: string }[] {
  const beside = path.join(root, '../public');
  const [ours, pictures] = [listFiles(path.join(root, 'courses')), listFiles(beside)];
  return [
    ...ours.sort().map((file) => ({ file, name: nameOf(root, file) })),
    ...pictures.filter((file) => PICTURE.test(file)).sort().map((file) => ({ file, name: ['public', ...path.relative(beside, file).split(path.sep)].join('/') })),
  ];
}

/** Reads every text file of the courses; other files are present with empty text. */
export const readFiles = (root: string): Files => new ContentFolder(root).read();

type Seen = { mtimeMs: number; size: number; text: string };

/**
 * A content folder that is read again and again: only what was saved since is read anew. Nothing here waits, since Next's
 * development server follows every promise of a page with a stack trace, and there are hundreds of files.
 */
export class ContentFolder {
  private readonly seen = new Map<string, Seen>();
  private files: Files | null = null;

  constructor(private readonly root: string) {}

  /** @returns the same object for as long as no file is added, removed or saved */
  read(): Files {
    // what is gone since it was listed is not there: editors save by renaming
    const found = listAll(this.root).flatMap(({ file, name }) => {
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      return stat ? { file, name, stat } : [];
    });
    const changed = found.filter((one) => this.readAgain(one)).length > 0;
    if (this.files && !changed && found.length === this.seen.size) return this.files;
    const present = new Set(found.map(({ file }) => file));
    for (const file of this.seen.keys()) if (!present.has(file)) this.seen.delete(file);
    this.files = new Map(found.map(({ file, name }) => [name, this.seen.get(file)?.text ?? '']));
    return this.files;
  }

  /** @returns whether the file is not as it was */
  private readAgain({ file, stat: { mtimeMs, size } }: { file: string; stat: fs.Stats }): boolean {
    const before = this.seen.get(file);
    if (before?.mtimeMs === mtimeMs && before.size === size) return false;
    this.seen.set(file, { mtimeMs, size, text: TEXT.test(file) ? normalise(fs.readFileSync(file, 'utf8')) : '' });
    return true;
  }
}

/** Made once for all files: a course of a thousand lessons is asked for ten thousand folders. */
const folders = new WeakMap<Files, Map<string, string[]>>();

function foldersOf(files: Files): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of files.keys()) {
    for (let end = file.lastIndexOf('/'), name = file; end > 0; name = name.slice(0, end), end = name.lastIndexOf('/')) {
      const folder = name.slice(0, end);
      const names = found.get(folder) ?? new Set<string>();
      const known = names.has(name.slice(end + 1));
      found.set(folder, names.add(name.slice(end + 1)));
      if (known) break; // and so are the folders above
    }
  }
  return new Map([...found].map(([folder, names]) => [folder, [...names]]));
}

/** Folder and file names directly under `folder`. */
export function namesIn(files: Files, folder: string): string[] {
  const known = folders.get(files) ?? foldersOf(files);
  folders.set(files, known);
  return known.get(folder) ?? [];
}

/** Every file below `folder`, with its text. */
export function filesIn(files: Files, folder: string): [name: string, text: string][] {
  return namesIn(files, folder).flatMap((name): [string, string][] => {
    const full = `${folder}/${name}`;
    const text = files.get(full);
    return text === undefined ? filesIn(files, full) : [[full, text]];
  });
}

/** sha256 of the parts in the given order; a part that is not text is hashed as JSON. */
export function hashOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
