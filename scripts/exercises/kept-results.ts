import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Results of a month ago are of content that has changed since, mostly. */
const KEPT_MS = 30 * 24 * 3600_000;

/** Where check:exercises and the author bar keep results. */
export const keptFile = (dataDir: string): string => path.join(dataDir, 'check-exercises.json');

type Kept = Record<string, { at: number; value: unknown }>;

/**
 * Results of runs in the sandbox, on disk, by a hash of all that decides them: the program, the checks, the image and the
 * code that judges. So a second run costs only what changed. A file that cannot be read is begun anew.
 */
export class KeptResults {
  private readonly kept: Kept;
  private readonly file: string;
  private changed = false;
  hits = 0;

  /** @param file where they are kept; null keeps them in memory only */
  constructor(file: string | null) {
    this.file = file ?? '';
    this.kept = file ? read(file) : {};
  }

  /** The result kept under these parts, else what `make` gives, which is kept if it is worth keeping. */
  async get<T>({ parts, make, worth }: { parts: unknown[]; make: () => Promise<T>; worth: (value: T) => boolean }): Promise<T> {
    const before = this.find<T>(parts);
    if (before !== undefined) return before;
    const value = await make();
    if (worth(value)) this.keep({ parts, value });
    return value;
  }

  find<T>(parts: unknown[]): T | undefined {
    const before = this.kept[nameOf(parts)];
    if (!before) return undefined;
    this.hits += 1;
    before.at = Date.now();
    return before.value as T;
  }

  keep({ parts, value }: { parts: unknown[]; value: unknown }): void {
    this.kept[nameOf(parts)] = { at: Date.now(), value };
    this.changed = true;
  }

  save(): void {
    if (!this.file || !this.changed) return;
    const young = Object.entries(this.kept).filter(([, { at }]) => Date.now() - at < KEPT_MS);
    fs.mkdirSync(path.dirname(this.file), { recursive: true });
    const draft = `${this.file}.${process.pid}`;
    fs.writeFileSync(draft, JSON.stringify(Object.fromEntries(young)));
    fs.renameSync(draft, this.file); // whole or not at all, also when two run at once
    this.changed = false;
  }
}

const nameOf = (parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);

function read(file: string): Kept {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Kept;
  } catch {
    return {};
  }
}

/** A hash of the files that judge, so that a change in them makes every kept result void. */
export function hashOfFiles(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}
