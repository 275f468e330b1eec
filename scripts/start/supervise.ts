import { type ChildProcess, spawn } from 'node:child_process';

const RESTART_AFTER_MS = 1000;
const GIVE_UP_AFTER = { crashes: 5, withinMs: 60_000 };

type Supervised = { development: boolean; onListening: () => void; stop: AbortSignal };

/**
 * Runs the web server until `stop`, and starts it again when it dies by itself.
 * @throws Error when it keeps dying
 */
export async function supervise({ development, onListening, stop }: Supervised): Promise<void> {
  let child: ChildProcess | undefined;
  stop.addEventListener('abort', () => child?.kill('SIGTERM'));

  const crashes: number[] = [];
  while (!stop.aborted) {
    child = start({ development, onListening });
    const code = await ended(child);
    if (stop.aborted) return;
    crashes.push(Date.now());
    const recent = crashes.filter((at) => at > Date.now() - GIVE_UP_AFTER.withinMs);
    if (recent.length >= GIVE_UP_AFTER.crashes) throw new Error(`The web server ended ${recent.length} times within a minute; its messages are above.`);
    console.error(`The web server ended (${code}). Starting it again.`);
    await new Promise((resolve) => setTimeout(resolve, RESTART_AFTER_MS));
  }
}

function start({ development, onListening }: Pick<Supervised, 'development' | 'onListening'>): ChildProcess {
  const [script, mode] = development ? (['scripts/serve/development.ts', 'development'] as const) : (['scripts/serve/main.ts', 'production'] as const);
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: mode };
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  child.on('message', (message) => message === 'listening' && onListening());
  return child;
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)));
}
