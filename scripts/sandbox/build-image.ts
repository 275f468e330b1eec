import fs from 'node:fs';
import path from 'node:path';
import { foldersOf, isWhole, manifestPath, readManifest, type SandboxImage, sandboxImage } from '../../lib/grading/internal/sandbox-image';
import { run, runOrThrow } from '../steps/command';
import { isRoot } from '../steps/data-dir';
import type { Progress } from '../steps/step';
import type { Choice } from './choose-engine';
import { baseHash, hashFolder, RUNNER_PARTS } from './content-hash';
import { baseFolder, imagesFolder, makeWhole, recipeFolder, removeOldImages } from './image-folders';

const NAME = 'coursewright-sandbox';
const VERSIONS = 'import sys, json, importlib.metadata as m; print(json.dumps({"Python": sys.version.split()[0], **{n: m.version(n.lower()) for n in ("Flask", "Werkzeug", "Jinja2")}}))';
const COMPILE = ['-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash'];

type BuildOptions = { dataDir: string; choice: Choice; recipe: string; progress: Progress };

/** Builds the image; `keepImage` makes it the one that graders use. */
export async function buildImage(options: BuildOptions): Promise<SandboxImage> {
  const built = options.choice.builder === 'dockerfile' ? await buildWithDockerfile(options) : await buildRootfs(options);
  if (built.reference) await removeOldTags(options.choice.engine, built.reference);
  const folders = built.rootfs ? await foldersOf(built.rootfs) : {};
  return sandboxImage.parse({ engine: options.choice.engine, recipeHash: options.recipe, builtAt: new Date().toISOString(), folders, ...built });
}

/** Writes the manifest that graders read, and deletes the images of other recipes that nobody uses. */
export function keepImage({ dataDir, image, progress }: { dataDir: string; image: SandboxImage; progress: Progress }): void {
  const file = manifestPath(dataDir);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.new`, JSON.stringify(image, null, 2));
  fs.renameSync(`${file}.new`, file);
  const removed = removeOldImages({ dataDir, keep: [baseFolder(dataDir, baseHash()), recipeFolder(dataDir, image.recipeHash)] });
  if (removed.length > 0) progress(`deleted ${removed.length} older image folders`);
}

type Built = Pick<SandboxImage, 'rootfs' | 'reference' | 'imageHash' | 'versions'>;

async function buildRootfs({ dataDir, choice, recipe, progress }: BuildOptions): Promise<Built> {
  const base = baseFolder(dataDir, baseHash());
  removeDamaged(dataDir, base);
  await makeWhole(base, async (unfinished) => {
    progress('unpacking Python and Flask from Debian packages');
    await runOrThrow('sh', ['sandbox/image/build-rootfs.sh', unfinished]);
    await runOrThrow(...pythonIn(unfinished, [...COMPILE, '/usr/lib/python3', '/usr/lib/python3.13']));
  });
  const folder = recipeFolder(dataDir, recipe);
  await makeWhole(folder, async (unfinished) => {
    progress('adding the runner');
    const rootfs = path.join(unfinished, 'rootfs');
    fs.mkdirSync(unfinished, { mode: 0o755 });
    await runOrThrow('cp', ['-a', base, rootfs]);
    fs.chmodSync(rootfs, 0o755);
    await addRunner(rootfs);
    await runOrThrow(...pythonIn(rootfs, [...COMPILE, '/opt/coursewright']));
  });
  const rootfs = path.join(folder, 'rootfs');
  const versions = JSON.parse(await runOrThrow(...pythonIn(rootfs, ['-c', VERSIONS]))) as Record<string, string>;
  const imageHash = hashFolder(rootfs);
  if (choice.engine === 'runc' || choice.engine === 'bubblewrap') return { rootfs, reference: null, imageHash, versions };
  progress(`handing the image to ${choice.engine}`);
  const reference = `${NAME}:${recipe}`;
  await runOrThrow('sh', ['-c', `tar -C "$1" --owner=0 --group=0 --numeric-owner -c . | "$2" import - "$3"`, 'sh', rootfs, choice.engine, reference]);
  return { rootfs, reference, imageHash, versions };
}

/** Images of other recipes; without force, so that the engine keeps those that a container uses. */
async function removeOldTags(engine: string, keep: string): Promise<void> {
  const { output } = await run(engine, ['image', 'ls', '--filter', `reference=${NAME}`, '--format', '{{.Repository}}:{{.Tag}}']);
  const old = output.split('\n').filter((name) => name.includes(`${NAME}:`) && !name.endsWith(keep));
  for (const name of old) await run(engine, ['rmi', name]);
}

/** Files that went from the image may have gone from what it was copied from, too. */
function removeDamaged(dataDir: string, base: string): void {
  const image = readManifest(dataDir);
  if (!image?.rootfs || isWhole({ ...image, engine: 'bubblewrap' })) return;
  const folder = path.dirname(image.rootfs);
  if (path.dirname(folder) !== imagesFolder(dataDir)) return; // a manifest that names something else's files
  for (const damaged of [manifestPath(dataDir), folder, base]) fs.rmSync(damaged, { recursive: true, force: true });
}

async function addRunner(rootfs: string): Promise<void> {
  const target = path.join(rootfs, 'opt/coursewright');
  fs.mkdirSync(target, { recursive: true });
  for (const part of RUNNER_PARTS) {
    fs.cpSync(path.join('sandbox', part), path.join(target, part), { recursive: true, filter: (file) => !file.includes('__pycache__') });
  }
  await run('chmod', ['-R', 'u=rwX,go=rX', target]);
}

/** The image's own Python, to compile what is in it. It runs only files from Debian and from this repository. */
function pythonIn(rootfs: string, args: string[]): [string, string[]] {
  const python = ['/usr/bin/python3', '-I', ...args];
  if (isRoot) return ['chroot', [rootfs, ...python]];
  return ['bwrap', ['--bind', rootfs, '/', '--dev', '/dev', '--proc', '/proc', '--unshare-all', ...python]];
}

async function buildWithDockerfile({ choice, recipe, progress }: BuildOptions): Promise<Built> {
  progress(`building with ${choice.engine}, from debian:trixie-slim`);
  const reference = `${NAME}:${recipe}`;
  await runOrThrow(choice.engine, ['build', '--file', 'sandbox/image/Dockerfile', '--tag', reference, 'sandbox']);
  const imageHash = (await runOrThrow(choice.engine, ['image', 'inspect', '--format', '{{.Id}}', reference])).trim().replace(/^sha256:/, '');
  const found = await runOrThrow(choice.engine, ['run', '--rm', '--network', 'none', '--entrypoint', '/usr/bin/python3', reference, '-I', '-c', VERSIONS]);
  return { rootfs: null, reference, imageHash, versions: JSON.parse(found) as Record<string, string> };
}
