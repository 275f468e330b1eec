import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { generateCourse } from './generate-course';

const LEFT_OUT = new Set(['node_modules', '.git', '.next', '.data', 'content', 'test-results', 'playwright-report', 'package-lock.json', 'vitest.tmp.config.ts']);
const LOOK_EVERY_MS = 250;
const OUTPUT_KEPT = 40000;

/**
 * Builds the site with a generated course, in a copy of this repository below `folder`, from nothing.
 * @param folder inside this repository, so that its packages are found
 * @returns seconds, and the most memory that the build's processes held together, in MB
 */
export async function buildWith({ lessons, folder }: { lessons: number; folder: string }): Promise<{ seconds: number; peakMb: number }> {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const name of fs.readdirSync('.').filter((one) => !LEFT_OUT.has(one))) fs.cpSync(name, path.join(folder, name), { recursive: true });
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules')); // fonts are named by their path in it
  await generateCourse({ content: path.join(folder, 'content'), lessons });
  const began = performance.now();
  const { code, output, peakMb } = await runMeasured({ command: path.resolve('node_modules/.bin/next'), args: ['build'], cwd: folder });
  const seconds = (performance.now() - began) / 1000;
  fs.rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`next build with ${lessons} lessons ended with ${code}:\n${output}`);
  return { seconds, peakMb };
}

function runMeasured({ command, args, cwd }: { command: string; args: string[]; cwd: string }): Promise<{ code: number | null; output: string; peakMb: number }> {
  const env = { ...process.env, NODE_ENV: 'production' as const, SITE_URL: 'http://localhost:3000', NEXTAUTH_URL: 'http://localhost:3000', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: 'postgresql://nobody@localhost/none', AUTH_SECRET: 'asked for, and never used'.repeat(2) };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let [output, peakMb] = ['', 0];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT)));
  const timer = setInterval(() => (peakMb = Math.max(peakMb, memoryOfSession(child.pid ?? 0))), LOOK_EVERY_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, output, peakMb });
    });
  });
}

/** Megabytes of resident memory of all processes of a session (Linux; elsewhere 0). What they share is counted for each. */
function memoryOfSession(session: number): number {
  if (!fs.existsSync('/proc/self/stat')) return 0;
  let kb = 0;
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      if (Number(stat[3]) === session) kb += Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // it ended while we looked
    }
  }
  return Math.round(kb / 1024);
}
