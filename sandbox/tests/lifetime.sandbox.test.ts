import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../lib/grading/internal/sandbox';
import { allProcesses } from '../../scripts/attacks/processes';
import { resolveDataDir } from '../../scripts/steps/data-dir';
import { gradeHonest, inWords, openSandbox } from './opened';

const HOLDER = `
import { createSandbox } from './lib/grading/internal/sandbox';
import { resolveDataDir } from './scripts/steps/data-dir';
const sandbox = createSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), slots: 1 });
await sandbox.start();
console.log(sandbox.status().open ? 'open' : sandbox.status().reason);
await new Promise(() => setInterval(() => {}, 1000));
`;

/** Process ids of the Pythons of the sandboxes that `owner` started. */
function zygotes(owner = process.pid): Set<number> {
  const ours = [...allProcesses().values()].filter(({ command }) => command.startsWith('/usr/bin/python3 ') && command.includes(` coursewright-${owner}-`));
  return new Set(ours.map(({ pid }) => pid));
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

const gone = (ids: Iterable<number>) => [...ids].every((id) => !allProcesses().has(id));

describe('containers live and die with their owner', () => {
  it('nothing is left after the owner is killed with -9', async () => {
    await (await openSandbox()).close(); // prepares the image, so that the child need not
    const holder = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '-e', HOLDER], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<string>((resolve) => holder.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    expect(said.trim()).toBe('open');
    const started = zygotes(holder.pid);
    expect(started.size).toBeGreaterThan(0);
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

it('a container that is killed while the sandbox opens does not keep it closed', async () => {
  await (await openSandbox()).close(); // prepares the image, so that there is nothing but the start below
  const before = zygotes();
  const fresh = () => [...zygotes()].filter((id) => !before.has(id));
  const sandbox = createSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), slots: 1 });
  const opening = sandbox.start();
  expect(await until(() => fresh().length > 0, 5000)).toBe(true);
  fresh().forEach(kill);
  await opening;
  expect(sandbox.status()).toMatchObject({ open: true, reason: null });
  expect(inWords(await gradeHonest(sandbox))).toBe('passed');
  await sandbox.close();
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
