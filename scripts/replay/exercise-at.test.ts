import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exerciseAt } from './exercise-at';
import { CannotReplay } from './options';

const exerciseId = 'flask-cookies-count-visits';
const checks = 'content/courses/flask/lessons/working-with-cookies/exercises/count-visits/checks.py';
let repository: string;
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: repository, stdio: 'pipe' });

beforeAll(() => {
  repository = fs.mkdtempSync(path.join(os.tmpdir(), 'coursewright-repository-'));
  fs.cpSync('content', path.join(repository, 'content'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'Content');
  fs.appendFileSync(path.join(repository, checks), '\n# changed\n');
});
afterAll(() => fs.rmSync(repository, { recursive: true, force: true }));

it('reads an exercise as it was at a ref and as it is now', { timeout: 30_000 }, async () => {
  const [then, now] = await Promise.all([exerciseAt({ exerciseId, against: 'main', repository }), exerciseAt({ exerciseId, against: 'working-tree', repository })]);
  expect(now.checks).toBe(`${then.checks}\n# changed\n`);
  expect(now.exercise.contentHash).not.toBe(then.exercise.contentHash);
});

it('says what is not there: the ref, or the exercise at it', { timeout: 30_000 }, async () => {
  await expect(exerciseAt({ exerciseId, against: 'none', repository })).rejects.toThrow('git knows no commit "none"');
  await expect(exerciseAt({ exerciseId: 'none', against: 'HEAD', repository })).rejects.toThrow('There is no exercise "none" in HEAD');
});

it.each(['--output=made', '-h', 'main; touch made', '$(touch made)', 'main:content', '', '@{u}'])('takes %j for a ref and nothing else', async (against) => {
  await expect(exerciseAt({ exerciseId, against, repository })).rejects.toThrow(CannotReplay);
  expect(fs.readdirSync(repository).sort()).toEqual(['.git', 'content']);
});
