import { SandboxContainer } from '../../lib/grading/internal/sandbox-container';
import type { SandboxImage } from '../../lib/grading/internal/sandbox-image';
import { run } from '../steps/command';

/**
 * Podman's own choice first; crun refuses machines with both versions of cgroups mounted, runc does not. Docker's daemon
 * always has a default that works.
 */
const RUNTIMES: Partial<Record<SandboxImage['engine'], (string | null)[]>> = { podman: [null, 'runc', 'crun'] };

/**
 * The image with the OCI runtime by which its containers start here.
 * @param wanted SANDBOX_RUNTIME (say `runsc`), else null
 * @throws Error with what the engine said when no container starts
 */
export async function withRuntime(image: SandboxImage, wanted: string | null): Promise<SandboxImage> {
  const said: string[] = [];
  for (const runtime of wanted ? [wanted] : (RUNTIMES[image.engine] ?? [null])) {
    const candidate = { ...image, runtime };
    try {
      (await SandboxContainer.start({ image: candidate, role: 'learner' })).destroy();
      return candidate;
    } catch (error) {
      said.push(`${runtime ?? 'default runtime'}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`${image.engine} starts no container of the image here (${said.join('; ')})`);
}

/** Whether the engine still has the image; somebody may have pruned it. */
export async function stillThere({ engine, reference }: SandboxImage): Promise<boolean> {
  if (engine !== 'docker' && engine !== 'podman') return true; // findImage has looked for the files
  return (await run(engine, ['image', 'inspect', '--format', '{{.Id}}', reference ?? ''])).code === 0;
}
