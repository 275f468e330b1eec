import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { gradeHonest, inWords, openSandbox } from './opened';

const HOLDER = `
import { createSandbox } from './lib/grading/internal/sandbox';
import { resolveDataDir } from './scripts/steps/data-dir';
const sandbox = createSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), slots: 1 });
await sandbox.start();
console.log(sandbox.status().open ? 'open' : sandbox.status().reason);
await new Promise(() => setInterval(() => {}, 1000));
`;

/** Process ids of the sandbox's Pythons that this test started; never those of another checkout on the same machine. */
function zygotes(): Set<number> {
  const ids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Set(ids.filter((id) => commandLine(id).includes('/opt/coursewright/start.py') && descends(id)).map(Number));
}

function descends(id: string): boolean {
  if (id === String(process.pid)) return true;
  const parent = /^PPid:\s+(\d+)/m.exec(readProcess(id, 'status'))?.[1];
  return parent !== undefined && parent !== '0' && descends(parent);
}

const commandLine = (id: string) => readProcess(id, 'cmdline');

function readProcess(id: string, file: string): string {
  try {
    return fs.readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

async function until(condition: () => boolean, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return condition();
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    return; // it went with its parent
  }
}

const gone = (ids: Iterable<number>) => [...ids].every((id) => !commandLine(String(id)).includes('/opt/coursewright/start.py'));

describe('containers live and die with their owner', () => {
  it('nothing is left after the owner is killed with -9', async () => {
    await (await openSandbox()).close(); // prepares the image, so that the child need not
    const before = zygotes();
    const holder = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '-e', HOLDER], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<string>((resolve) => holder.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    expect(said.trim()).toBe('open');
    const started = [...zygotes()].filter((id) => !before.has(id));
    expect(started.length).toBeGreaterThan(0);
    holder.kill('SIGKILL');
    expect(await until(() => gone(started), 5000)).toBe(true);
  });

  it('nothing is left after the sandbox is closed', async () => {
    const before = zygotes();
    const sandbox = await openSandbox();
    const started = [...zygotes()].filter((id) => !before.has(id));
    await sandbox.close();
    expect(await until(() => gone(started), 5000)).toBe(true);
    await expect(gradeHonest(sandbox)).rejects.toMatchObject({ status: 503, code: 'unavailable' });
  });
});

describe('a killed container costs nobody a verdict', () => {
  let sandbox: Sandbox;
  let mine: number[] = [];
  beforeAll(async () => {
    const before = zygotes();
    sandbox = await openSandbox();
    mine = [...zygotes()].filter((id) => !before.has(id));
  });
  afterAll(() => sandbox.close());

  it('while idle', async () => {
    mine.forEach(kill);
    expect(inWords(await gradeHonest(sandbox))).toBe('passed');
  });

  it('in the middle of a job', async () => {
    const slow = 'import time\ntime.sleep(1)\nfrom flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    return "hi"\n';
    const checks = 'from coursewright import check\n@check("answers")\ndef answers(client):\n    client.get("/").expect_body("hi")\n';
    const pending = sandbox.grade({ code: slow, checks, seed: 1 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    [...zygotes()].forEach(kill);
    expect(inWords(await pending)).toBe('passed');
  });
});
