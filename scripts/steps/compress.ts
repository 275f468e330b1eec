import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const WORTH_IT_BYTES = 1024;
/** 11 takes three times as long for a hundredth less */
const BROTLI_QUALITY = 10;
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** @property travels bytes that go over the network to a browser that knows brotli */
export type Sizes = { size: number; travels: number };

/**
 * Writes a brotli and a gzip copy beside a file, where they are smaller.
 * @param cache folder that keeps the copies of large files: compressing Pyodide takes half a minute, and it rarely changes
 */
export async function compressFile(file: string, { cache }: { cache?: string } = {}): Promise<Sizes> {
  const raw = fs.readFileSync(file);
  const size = raw.byteLength;
  if (size < WORTH_IT_BYTES) return { size, travels: size };
  const [small, smaller] = await Promise.all([
    kept(cache, 'gz', raw, () => gzip(raw, { level: 9 })),
    kept(cache, 'br', raw, () => brotli(raw, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [zlib.constants.BROTLI_PARAM_LGWIN]: zlib.constants.BROTLI_MAX_WINDOW_BITS, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: size } })),
  ]);
  if (small.byteLength < size) fs.writeFileSync(`${file}.gz`, small);
  if (smaller.byteLength < size) fs.writeFileSync(`${file}.br`, smaller);
  return { size, travels: Math.min(size, smaller.byteLength) };
}

async function kept(cache: string | undefined, kind: string, raw: Buffer, compress: () => Promise<Buffer>): Promise<Buffer> {
  if (!cache || raw.byteLength < 100 * WORTH_IT_BYTES) return compress();
  const file = path.join(cache, `${createHash('sha256').update(raw).digest('hex').slice(0, 32)}-${BROTLI_QUALITY}.${kind}`);
  if (fs.existsSync(file)) return fs.readFileSync(file);
  const compressed = await compress();
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(`${file}.new-${process.pid}`, compressed);
  fs.renameSync(`${file}.new-${process.pid}`, file);
  return compressed;
}
