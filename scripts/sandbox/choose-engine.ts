import fs from 'node:fs';
import { engineName, type EngineName } from '../../lib/grading/internal/sandbox-image';
import { run, runOrThrow } from '../steps/command';
import { isRoot } from '../steps/data-dir';
import type { Progress } from '../steps/step';

/** builder: how the root file system is made; `dockerfile` needs no Debian tools but network access to an image registry. */
export type Choice = { engine: EngineName; builder: 'mmdebstrap' | 'dockerfile' };

const PACKAGES = ['mmdebstrap', 'bubblewrap', 'uidmap'];
const INSTALL = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;

/**
 * The engine to use: the configured one, else Docker or Podman when their daemon answers, else runc, else bubblewrap.
 * As root on Debian or Ubuntu, missing packages are installed after saying so.
 * @throws Error with the one command to run
 */
export async function chooseEngine({ wanted, progress }: { wanted: string; progress: Progress }): Promise<Choice> {
  const configured = wanted === 'auto' ? null : engineName.parse(wanted);
  for (const engine of configured ? [configured] : engineName.options) {
    if (!(await works(engine))) continue;
    if (await canBootstrap()) return { engine, builder: 'mmdebstrap' };
    if (engine === 'docker' || engine === 'podman') return { engine, builder: 'dockerfile' };
    break;
  }
  if (configured && configured !== 'bubblewrap' && !(await works(configured))) {
    throw new Error(`SANDBOX_ENGINE is ${configured}, and ${configured} does not answer here. Start it, or leave SANDBOX_ENGINE unset.`);
  }
  if (!isRoot || !(await isInstalled('apt-get'))) throw new Error(howToInstall());
  progress(`installing Debian packages: ${INSTALL}`);
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], quiet);
  await runOrThrow('apt-get', INSTALL.split(' ').slice(1), quiet);
  const engine = configured ?? ((await works('runc')) ? 'runc' : 'bubblewrap');
  if (!(await works(engine))) throw new Error(`${engine} was installed and still does not work: ${await whyNot(engine)}`);
  return { engine, builder: 'mmdebstrap' };
}

function howToInstall(): string {
  const debian = fs.existsSync('/usr/bin/apt-get');
  const command = debian ? `sudo ${INSTALL}` : 'install Docker or Podman and start it';
  return `Grading is off: no sandbox works here. To turn it on: ${command}`;
}

/** Whether the engine can start a container here, as this user. */
async function works(engine: EngineName): Promise<boolean> {
  if (!(await isInstalled(engine === 'bubblewrap' ? 'bwrap' : engine))) return false;
  if (engine === 'runc' && !isRoot) return false;
  return (await probe(engine)).code === 0;
}

async function whyNot(engine: EngineName): Promise<string> {
  return (await probe(engine)).output.trim().split('\n').at(-1) ?? '';
}

const NAMESPACES = ['--ro-bind', '/', '/', '--unshare-all', '--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL'];

function probe(engine: EngineName): Promise<{ code: number; output: string }> {
  if (engine === 'bubblewrap') return run('bwrap', [...NAMESPACES, 'true'], isRoot ? { uid: 64_100, gid: 64_100, cwd: '/' } : {});
  if (engine === 'runc') return run('runc', ['list', '--quiet']);
  return run(engine, ['info'], { timeout: 10_000 });
}

/** mmdebstrap needs root, or subordinate ids for an ordinary user. */
async function canBootstrap(): Promise<boolean> {
  return (await isInstalled('mmdebstrap')) && (isRoot || (await isInstalled('newuidmap')));
}

async function isInstalled(command: string): Promise<boolean> {
  return (await run('sh', ['-c', `command -v ${command}`])).code === 0;
}
