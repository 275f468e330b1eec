import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const run = (script: string, ...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', '--conditions=react-server', script, ...args], { encoding: 'utf8' });

it('what new:course and new:lesson write passes every check in the real sandbox', { timeout: 300_000 }, () => {
  const content = fs.mkdtempSync(path.join(os.tmpdir(), 'new-'));
  onTestFinished(() => fs.rmSync(content, { recursive: true }));
  const course = run('scripts/new.ts', 'course', 'tea', '--content', content);
  expect(course, course.stderr).toMatchObject({ status: 0, stdout: expect.stringContaining('It passes as it stands.') });
  expect(run('scripts/new.ts', 'lesson', 'tea', 'green-tea', '--content', content).status).toBe(0);
  const { status, stdout, stderr } = run('scripts/check-exercises.ts', '--content', content, '--json');
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ lessons: 2, examples: 6, exercises: 4, questions: 20, errors: 0, waived: 0 });
});
