import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What goes into the image besides Debian's packages, by folder of the repository. */
export const RUNNER_PARTS = ['coursewright', 'runner', 'start.py'];
/** What decides about the Debian part of a root file system: the packages, and how they are unpacked, trimmed and compiled. */
const BASE_PARTS = ['image/build-rootfs.sh', 'image/packages.txt', 'image/trim-rootfs.sh'];

/** Tells when the image must be made again. */
export const recipeHash = (): string => hashOf(['image', ...RUNNER_PARTS]);
/** Tells when the Debian part must be unpacked again. */
export const baseHash = (): string => hashOf(BASE_PARTS);

const hashOf = (parts: string[]) => hashFiles(parts.flatMap((part) => filesBelow(path.join('sandbox', part)))).slice(0, 16);

/** Hash of everything in a folder: names, kinds, permissions and contents; not times and owners, nor what Python compiles from it. */
export function hashFolder(folder: string): string {
  return hashFiles(filesBelow(folder), folder);
}

function hashFiles(files: string[], base = ''): string {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const stat = fs.lstatSync(file);
    const content = stat.isSymbolicLink() ? fs.readlinkSync(file) : stat.isFile() ? fs.readFileSync(file) : '';
    hash.update(JSON.stringify([path.relative(base, file), stat.mode, Buffer.byteLength(content)])).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(entry: string): string[] {
  if (!fs.lstatSync(entry).isDirectory()) return [entry];
  const names = fs.readdirSync(entry).filter((name) => name !== '__pycache__');
  return [entry, ...names.flatMap((name) => filesBelow(path.join(entry, name)))];
}
