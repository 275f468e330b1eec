import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** The files of a content folder, by names as authors say them: `content/courses/…`, with `/` on every system. */
export type Files = Map<string, string>;

const TEXT = /\.(mdx|ya?ml|py|out|md)$/;

const listFiles = async (root: string) => {
  if (!(await fs.stat(root).catch(() => null))) return []; // "there is no course" is said by the reader
  const entries = await fs.readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.parentPath.includes('__pycache__')).map((entry) => path.join(entry.parentPath, entry.name));
};

const nameOf = (root: string, file: string) => ['content', ...path.relative(root, file).split(path.sep)].join('/');

/** Line ends as on Unix and no byte order mark, so that a checkout on Windows reads, and hashes, the same. */
const normalise = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** open files at a time: a system allows about a thousand */
const AT_ONCE = 64;

/** As Promise.all over `work`, a few at a time, in the order of the items. */
async function mapSome<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) found.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  return found;
}

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;

/** What a lesson may name: the courses' files, and the pictures of the public/ beside `root`, as `public/…`. */
async function listAll(root: string): Promise<{ file: string; name: string }[]> {
  const beside = path.join(root, '../public');
  const [ours, pictures] = await Promise.all([listFiles(path.join(root, 'courses')), listFiles(beside)]);
  return [
    ...ours.sort().map((file) => ({ file, name: nameOf(root, file) })),
    ...pictures.filter((file) => PICTURE.test(file)).sort().map((file) => ({ file, name: ['public', ...path.relative(beside, file).split(path.sep)].join('/') })),
  ];
}

/** Reads every text file of the courses; other files are present with empty text. */
export async function readFiles(root: string): Promise<Files> {
  const read = await mapSome(await listAll(root), async ({ file, name }) => [name, TEXT.test(file) ? normalise(await fs.readFile(file, 'utf8')) : ''] as const);
  return new Map(read);
}

/** Changes whenever a file under `root`, or a picture, is added, removed or saved; costs a stat per file. */
export async function signatureOf(root: string): Promise<string> {
  const stats = await mapSome(await listAll(root), async ({ file }) => ({ file, stat: await fs.stat(file) }));
  return stats.map(({ file, stat }) => `${file} ${stat.mtimeMs} ${stat.size}`).join('\n');
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
