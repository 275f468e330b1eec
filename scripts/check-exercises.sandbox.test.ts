import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';

const fixtures = fileURLToPath(new URL('../lib/content/internal/fixtures/content', import.meta.url));
const LESSON = 'courses/tiny/lessons/greetings';
const EXERCISE = `${LESSON}/exercises/say-goodbye`;
const WEAK = { from: 'client.get("/bye").expect_body("goodbye")', to: 'client.get("/bye").expect_status(200)' };
const COMMAND = ['--import', 'tsx', '--conditions=react-server', 'scripts/check-exercises.ts'];

let content: string;
beforeEach(() => {
  content = fs.mkdtempSync(path.join(os.tmpdir(), 'check-exercises-'));
  fs.cpSync(fixtures, content, { recursive: true });
});
afterEach(() => fs.rmSync(content, { recursive: true }));

const check = (...args: string[]) => spawnSync(process.execPath, [...COMMAND, '--content', content, ...args], { encoding: 'utf8' });
function edit(file: string, change: (text: string) => string) {
  const full = path.join(content, file);
  fs.writeFileSync(full, change(fs.readFileSync(full, 'utf8')));
}

it('kills the mutants of a good exercise, and says it all in one object', { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = check('say-goodbye', '--json');
  expect(status, stderr).toBe(0);
  const { seconds, scores, ...counts } = JSON.parse(stdout) as Record<string, unknown>;
  expect(counts).toEqual({ lessons: 1, examples: 3, exercises: 2, questions: 10, errors: 0, warnings: 0, mutants: 5, killed: 5, waived: 0, faults: [] });
  expect(seconds).toBeGreaterThan(0);
  expect(scores).toMatchObject([{ file: `content/${EXERCISE}/solution.py`, score: 1, survivors: [] }]);
});

it('shows what weak checks let through, also inside an f-string, until it is waived with a reason', { timeout: 300_000 }, () => {
  edit(`${EXERCISE}/checks.py`, (text) => text.replace(WEAK.from, WEAK.to));
  edit(`${EXERCISE}/solution.py`, (text) => text.replace('return "goodbye"', 'return f"good{\'bye\'}"'));
  const weak = check('say-goodbye');
  expect(weak.status).toBe(1);
  expect(weak.stdout).toContain('2 of 6 mutants survive, so 66 % are killed; 90 % are wanted');
  expect(weak.stdout).toContain(`content/${EXERCISE}/solution.py:8 a mutant survives (constant)\n    -     return f"good{'bye'}"\n    +     return f"goodx{'bye'}"\n`);

  const offered = /\n {4}(waived:\n(?: {6}.*\n)+)/.exec(weak.stdout)?.[1] ?? '';
  edit(`${EXERCISE}/exercise.yaml`, (text) => text + offered.replaceAll(/^ {4}/gm, '').replaceAll('…', 'Any word will do here.'));
  const waived = check('say-goodbye');
  expect(waived.stdout).toContain('4 of 6 mutants killed, 2 waived: 100 %');
  expect(waived.status).toBe(0);
});

it('shows the difference of an output that drifted, and writes it when told to', { timeout: 300_000 }, () => {
  const file = `${LESSON}/examples/hello.out`;
  edit(file, () => 'hullo\n');
  const drifted = check('examples/hello.py');
  expect([drifted.status, drifted.stdout]).toEqual([1, expect.stringMatching(/-hullo\n\+hello\n/)]);
  expect(check('examples/hello.py', '--update').stdout).toContain('1 .out files written');
  expect(fs.readFileSync(path.join(content, file), 'utf8')).toBe('hello\n');
  expect(check('examples/hello.py').status).toBe(0);
});

it('fills in an .out that is missing or empty when told to, and says that there is none before', { timeout: 300_000 }, () => {
  const [missing, empty] = ['hello', 'goodbye'].map((name) => path.join(content, LESSON, `examples/${name}.out`)) as [string, string];
  fs.rmSync(missing);
  fs.writeFileSync(empty, '');
  const told = check('examples');
  expect(told).toMatchObject({ status: 1, stdout: expect.stringMatching(/has no \.out yet; npm run check:exercises -- --update writes it[\s\S]*1 passed, 2 failed/) });
  const filled = check('examples', '--update');
  expect(filled, filled.stderr).toMatchObject({ status: 0, stdout: expect.stringMatching(/2 \.out files written[\s\S]*3 passed, 0 failed/) });
  expect([missing, empty].map((file) => fs.readFileSync(file, 'utf8'))).toEqual(['hello\n', 'goodbye\n']);
});

it('watches: tries again what was saved, until Ctrl-C', { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, [...COMMAND, '--content', content, 'examples/hello.py', '--watch'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const until = async (words: RegExp) => {
    while (!words.test(output)) await new Promise((resolve) => setTimeout(resolve, 50));
    output = '';
  };
  await until(/1 passed, 0 failed\nWaiting for a change/);
  edit(`${LESSON}/examples/hello.py`, () => 'print("hi")\n');
  await until(/-hello\n\+hi\n[\s\S]*0 passed, 1 failed\nWaiting for a change/);
  edit(`${LESSON}/examples/hello.py`, () => 'print("hello")\n');
  await until(/1 passed, 0 failed\nWaiting for a change/);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
