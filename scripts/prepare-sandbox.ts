// npm run prepare:sandbox: makes the image that learners' code runs in, or sees that it is up to date.
import { pathToFileURL } from 'node:url';
import { findImage, type SandboxImage } from '../lib/grading/internal/sandbox-image';
import { chooseEngine } from './sandbox/choose-engine';
import { buildImage } from './sandbox/build-image';
import { recipeHash } from './sandbox/content-hash';
import { resolveDataDir } from './steps/data-dir';
import { step } from './steps/step';

/** What came of it: an image, or why there is none and the one command that would help. */
export type Prepared = { image: SandboxImage; reason: null } | { image: null; reason: string };

/** Prepares the sandbox image below `dataDir`; quick when nothing changed. Never throws: without an image the site starts with grading off. */
export async function prepareSandbox({ dataDir, wanted }: { dataDir: string; wanted: string }): Promise<Prepared> {
  try {
    const image = await step('Sandbox image', async (progress) => {
      const choice = await chooseEngine({ wanted, progress });
      const recipe = recipeHash();
      const present = findImage(dataDir);
      if (present?.recipeHash === recipe && present.engine === choice.engine) return { ...present, fresh: false };
      return { ...(await buildImage({ dataDir, choice, recipe, progress })), fresh: true };
    });
    const { fresh, ...found } = image;
    const versions = Object.entries(found.versions).map(([name, version]) => `${name} ${version}`).join(', ');
    console.log(`    ${fresh ? 'built' : 'up to date'}: ${found.engine}, ${versions}, content ${found.imageHash.slice(0, 12)}`);
    return { image: found, reason: null };
  } catch (error) {
    return { image: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { reason } = await prepareSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (reason) {
    console.error(reason);
    process.exit(1);
  }
}
