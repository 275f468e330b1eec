import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';

const KEPT_CHARACTERS = 200_000;

/** What runs at this moment, so that a stop can end it. */
const running = new Set<ChildProcess>();

/** Ends every program that `run` started and that is still at work. */
export function stopRunning(): void {
  for (const child of running) child.kill('SIGTERM');
}

export type Finished = { code: number; output: string };

/** Runs a program to its end and keeps what it printed. Never throws for a non-zero exit; see `runOrThrow`. */
export function run(command: string, args: string[], options: SpawnOptions & { onLine?: (line: string) => void } = {}): Promise<Finished> {
  const { onLine, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
    running.add(child);
    child.once('close', () => running.delete(child));
    let output = '';
    const keep = (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-KEPT_CHARACTERS);
      if (onLine) text.split('\n').filter((line) => line.trim()).forEach(onLine);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), output }));
  });
}

/** As `run`, but a failure throws with the end of what the program printed. */
export async function runOrThrow(command: string, args: string[], options: Parameters<typeof run>[2] = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  throw new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output.trim().split('\n').slice(-40).join('\n')}`);
}
