import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export const engineName = z.enum(['docker', 'podman', 'runc', 'bubblewrap']);
export type EngineName = z.infer<typeof engineName>;

/** What scripts/prepare-sandbox.ts leaves behind for the processes that grade. */
export const sandboxImage = z.object({
  engine: engineName,
  /** the root file system; always there for runc and bubblewrap, for docker and podman unless they built the image themselves */
  rootfs: z.string().nullable(),
  /** the image's name, for docker and podman */
  reference: z.string().nullable(),
  /** the OCI runtime that docker or podman is told to use; null for its own default */
  runtime: z.string().nullable().default(null),
  imageHash: z.string().describe('of the content: part of every verdict'),
  recipeHash: z.string().describe('of the recipe and the runner: tells when to build again'),
  versions: z.record(z.string(), z.string()),
  builtAt: z.iso.datetime(),
});
export type SandboxImage = z.infer<typeof sandboxImage>;

export const manifestPath = (dataDir: string): string => path.join(dataDir, 'sandbox', 'image.json');

/** The prepared image; null when there is none yet (or its files are gone). */
export function findImage(dataDir: string): SandboxImage | null {
  const file = manifestPath(dataDir);
  if (!fs.existsSync(file)) return null;
  const parsed = sandboxImage.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (!parsed.success) return null;
  return parsed.data.rootfs === null || fs.existsSync(parsed.data.rootfs) ? parsed.data : null;
}
