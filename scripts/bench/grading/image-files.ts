import fs from 'node:fs';
import path from 'node:path';
import type { SandboxImage } from '../../../lib/grading/internal/sandbox-image';
import { run, runOrThrow } from '../../steps/command';

/** The image as files for the floor, and how to be rid of them. */
export type ImageFiles = { rootfs: string; remove: () => void };

/** The image's files: those kept on disk, or what Docker or Podman exports of an image they built themselves. */
export async function imageFiles({ image, dataDir }: { image: SandboxImage; dataDir: string }): Promise<ImageFiles> {
  if (image.rootfs) return { rootfs: image.rootfs, remove: () => {} };
  if (process.platform !== 'linux') throw new Error('The floor runs the image\'s Python on the host itself, so this benchmark needs Linux.');
  const { engine, reference } = image;
  if (!reference) throw new Error(`The image prepared for ${engine} has no name; run npm run prepare:sandbox again.`);
  const rootfs = fs.mkdtempSync(path.join(dataDir, 'sandbox', 'floor-'));
  const remove = () => fs.rmSync(rootfs, { recursive: true, force: true });
  const container = (await runOrThrow(engine, ['create', '--network', 'none', reference])).trim().split('\n').at(-1) ?? '';
  try {
    fs.chmodSync(rootfs, 0o755);
    await runOrThrow('sh', ['-c', 'set -e; "$1" export --output "$3/image.tar" "$2"; tar -C "$3" --extract --no-same-owner --exclude="dev/*" --file "$3/image.tar"; rm "$3/image.tar"', 'sh', engine, container, rootfs]);
    return { rootfs, remove };
  } catch (error) {
    remove();
    throw error;
  } finally {
    await run(engine, ['rm', '--force', container]);
  }
}
