// npm run prepare:sandbox: makes the image that learners' code runs in, or sees that it is up to date.
import { pathToFileURL } from 'node:url';
import { findImage, type SandboxImage } from '../lib/grading/internal/sandbox-image';
import { buildImage, keepImage } from './sandbox/build-image';
import { enginesToTry } from './sandbox/choose-engine';
import { stillThere, withRuntime } from './sandbox/choose-runtime';
import { recipeHash } from './sandbox/content-hash';
import { resolveDataDir } from './steps/data-dir';
import { type Progress, say, step } from './steps/step';

/** What came of it: an image, or why there is none and the one command that would help. */
export type Prepared = { image: SandboxImage; reason: null } | { image: null; reason: string };

type Options = { dataDir: string; wanted: string; runtime?: string | null };

/** The image that was prepared before, or null. */
export const presentImage = (dataDir: string): SandboxImage | null => findImage(dataDir);

/**
 * Prepares the sandbox image below `dataDir`; quick when nothing changed. Never throws: without an image the site starts
 * with grading off.
 * @param runtime the OCI runtime Docker or Podman must use; what SANDBOX_RUNTIME says when left out
 */
export async function prepareSandbox({ dataDir, wanted, runtime = process.env.SANDBOX_RUNTIME || null }: Options): Promise<Prepared> {
  try {
    const { fresh, image } = await step('Sandbox image', (progress) => makeImage({ dataDir, wanted, runtime, progress }));
    const versions = Object.entries(image.versions).map(([name, version]) => `${name} ${version}`).join(', ');
    const engine = image.runtime ? `${image.engine} (${image.runtime})` : image.engine;
    say(`    ${fresh ? 'built' : 'up to date'}: ${engine}, ${versions}, content ${image.imageHash.slice(0, 12)}`);
    return { image, reason: null };
  } catch (error) {
    return { image: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Takes the first engine that really starts a container of the image.
 * @param keep whether graders shall use it from now on
 * @throws Error with what each engine said
 */
export async function makeImage({ dataDir, wanted, runtime = null, keep = true, progress }: Options & { keep?: boolean; progress: Progress }): Promise<{ image: SandboxImage; fresh: boolean }> {
  const recipe = recipeHash();
  const problems: string[] = [];
  for await (const choice of enginesToTry({ wanted, progress })) {
    const present = findImage(dataDir);
    const same = present?.recipeHash === recipe && present.engine === choice.engine && (!runtime || present.runtime === runtime);
    if (same && (await stillThere(present))) return { image: present, fresh: false };
    try {
      const image = await withRuntime(await buildImage({ dataDir, choice, recipe, progress }), runtime);
      if (keep) keepImage({ dataDir, image, progress });
      return { image, fresh: true };
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      progress(`${choice.engine} does not work here`);
    }
  }
  throw new Error(problems.join('\n'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { reason } = await prepareSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (reason) {
    console.error(reason);
    process.exit(1);
  }
}
