import fs from 'node:fs';
import { engineName, type EngineName } from '../../lib/grading/internal/sandbox-image';
import { run, runOrThrow } from '../steps/command';
import { isRoot } from '../steps/data-dir';
import type { Progress } from '../steps/step';

/** builder: how the root file system is made; `dockerfile` needs no Debian tools but network access to an image registry. */
export type Choice = { engine: EngineName; builder: 'mmdebstrap' | 'dockerfile' };

const PACKAGES = ['mmdebstrap', 'bubblewrap', 'uidmap'];
const INSTALL = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;
const ANSWER_MS = 10_000;

/**
 * The engines to try, best first: the configured one alone, else Docker or Podman when they answer (a Docker without its
 * daemon does not), else runc, else bubblewrap. An engine that answers may still be unable to start a container; the
 * caller finds out and takes the next. As root on Debian or Ubuntu, missing packages are installed after saying so.
 * @throws Error with the one command to run
 */
export async function* enginesToTry({ wanted, progress }: { wanted: string; progress: Progress }): AsyncGenerator<Choice> {
  const configured = wanted === 'auto' ? null : engineName.parse(wanted);
  let count = 0;
  for (const engine of configured ? [configured] : engineName.options) {
    if (!(await answers(engine))) continue;
    const builder = (await canBootstrap()) ? 'mmdebstrap' : 'dockerfile';
    if (builder === 'dockerfile' && engine !== 'docker' && engine !== 'podman') continue;
    count += 1;
    yield { engine, builder };
  }
  if (count === 0) yield await installEngine({ configured, progress });
}

async function installEngine({ configured, progress }: { configured: EngineName | null; progress: Progress }): Promise<Choice> {
  if (configured && configured !== 'bubblewrap' && !(await answers(configured))) {
    throw new Error(`SANDBOX_ENGINE is ${configured}, and ${configured} does not answer here. Start it, or leave SANDBOX_ENGINE unset.`);
  }
  if (!isRoot || !(await isInstalled('apt-get'))) throw new Error(howToInstall());
  progress(`installing Debian packages: ${INSTALL}`);
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], quiet);
  await runOrThrow('apt-get', INSTALL.split(' ').slice(1), quiet);
  const engine = configured ?? ((await answers('runc')) ? 'runc' : 'bubblewrap');
  if (!(await answers(engine))) throw new Error(`${engine} was installed and still does not work: ${await whyNot(engine)}`);
  return { engine, builder: 'mmdebstrap' };
}

function howToInstall(): string {
  const debian = fs.existsSync('/usr/bin/apt-get');
  const command = debian ? `sudo ${INSTALL}` : 'install Docker or Podman and start it';
  return `Grading is off: no sandbox works here. To turn it on: ${command}`;
}

/** Whether the engine is installed and answers this user. */
export async function answers(engine: EngineName): Promise<boolean> {
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
  // not `docker info`, which old clients end well without a daemon
  if (engine === 'docker') return run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: ANSWER_MS });
  return run('podman', ['info'], { timeout: ANSWER_MS });
}

/** mmdebstrap needs root, or subordinate ids for an ordinary user. */
async function canBootstrap(): Promise<boolean> {
  return (await isInstalled('mmdebstrap')) && (isRoot || (await isInstalled('newuidmap')));
}

async function isInstalled(command: string): Promise<boolean> {
  return (await run('sh', ['-c', `command -v ${command}`])).code === 0;
}
