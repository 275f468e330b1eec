// Every example in docs/authors is run, so that the guides stay true.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { surveyExercises } from '../../lib/content/answer-key';
import { quizFile } from '../../lib/content/schema';
import { closeSandbox, gradeNow, openSandbox, runNow, sandboxStatus } from '../../lib/grading/service';
import { makeContent } from '../authoring/new-content';
import { planMutation } from '../exercises/mutation';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';

const block = (guide: string, kind: string) => new RegExp(`(\`{3,})${kind}\\n([\\s\\S]*?)\\n\\1\\n`).exec(fs.readFileSync(`docs/authors/${guide}.md`, 'utf8'))?.[2] ?? '';
const bench = { run: runNow, verdict: gradeNow };

beforeAll(async () => {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  process.env.DATA_DIR = dataDir;
  expect((await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' })).reason).toBeNull();
  await openSandbox();
  expect(sandboxStatus().reason).toBeNull();
});
afterAll(closeSandbox);

it('the example of lessons.md prints what the guide says', async () => {
  expect((await runNow({ code: block('lessons', 'python example') })).stdout).toBe(`${block('lessons', 'text output')}\n`);
});

it('the exercise of checks.md is right, and its checks notice its mutants; weaker ones do not', { timeout: 180_000 }, async () => {
  const content = fs.mkdtempSync(path.join(os.tmpdir(), 'guides-'));
  onTestFinished(() => fs.rmSync(content, { recursive: true }));
  await makeContent({ what: 'course', course: 'tea', lesson: 'first-lesson', content });
  const { keys } = await surveyExercises({ root: content });
  const some = keys.find(({ exercise }) => exercise.kind === 'challenge');
  if (!some) throw new Error('the template has no challenge');
  const key = { ...some, solution: block('checks', 'python solution'), checks: block('checks', 'python checks') };
  expect(await gradeNow({ key, code: key.solution, seed: 1 })).toMatchObject({ verdict: 'passed', fault: null });
  const scoreWith = async (checks: string) => {
    const plan = await planMutation({ folder: 'guide', key: { ...key, checks }, bench });
    for (const job of plan.jobs) await job();
    return plan.score();
  };
  expect(await scoreWith(key.checks)).toMatchObject({ score: 1, faults: [] });
  const weaker = key.checks.replace('"theme", value=theme, max_age=3600, http_only=True', '"theme"');
  expect((await scoreWith(weaker)).survivors).toHaveLength(4);
});

it('the question of questions.md follows the schema', () => {
  const question: unknown = parse(block('questions', 'yaml question'));
  expect(quizFile.shape.questions.element.safeParse(question).error?.issues ?? []).toEqual([]);
});
