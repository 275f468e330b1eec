import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
  /** each folder of the root file system, and when it last changed (whole seconds, as a tar keeps them): tells cheaply that files have come or gone since */
  folders: z.record(z.string(), z.number()).default({}),
  imageHash: z.string().describe('of the content: part of every verdict'),
  recipeHash: z.string().describe('of the recipe and the runner: tells when to build again'),
  versions: z.record(z.string(), z.string()),
  builtAt: z.iso.datetime(),
});
export type SandboxImage = z.infer<typeof sandboxImage>;

/** The clock by which a file system notes its changes may be a tick behind. */
const CLOCK_MS = 20;

export const manifestPath = (dataDir: string): string => path.join(dataDir, 'sandbox', 'image.json');

/** The prepared image; null when there is none yet (or its files are gone). */
export function findImage(dataDir: string): SandboxImage | null {
  const image = readManifest(dataDir);
  return image && isWhole(image) ? image : null;
}

/** What was prepared, whether or not its files are still there. */
export function readManifest(dataDir: string): SandboxImage | null {
  const file = manifestPath(dataDir);
  if (!fs.existsSync(file)) return null;
  const parsed = sandboxImage.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : null;
}

/**
 * The folders below a root file system, as the manifest keeps them. Takes up to a second: times are whole seconds, so what
 * changed a folder again within the second of its last change could not be told.
 */
export async function foldersOf(rootfs: string): Promise<Record<string, number>> {
  const below = (folder: string): string[] => [
    folder,
    ...fs.readdirSync(path.join(rootfs, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => below(path.join(folder, name))),
  ];
  const folders = Object.fromEntries(below('.').map((folder) => [folder, changedAt(path.join(rootfs, folder)) ?? 0]));
  const over = (Math.max(...Object.values(folders)) + 1) * 1000 + CLOCK_MS;
  await setTimeout(Math.min(1000 + CLOCK_MS, Math.max(0, over - Date.now())));
  return folders;
}

function changedAt(folder: string): number | null {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat ? Math.floor(stat.mtimeMs / 1000) : null;
}

/** Whether the image's files are all there, and no others; about a millisecond. Docker and Podman see to theirs themselves. */
export function isWhole({ engine, rootfs, folders }: SandboxImage): boolean {
  if (rootfs === null || engine === 'docker' || engine === 'podman') return true;
  return fs.existsSync(rootfs) && Object.entries(folders).every(([folder, changed]) => changedAt(path.join(rootfs, folder)) === changed);
}
