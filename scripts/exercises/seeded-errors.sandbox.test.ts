// Errors that only the sandbox can find, each put into a new course: told with the file to open, and gone once the fix is followed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { surveyExercises } from '../../lib/content/answer-key';
import { closeSandbox, gradeNow, openSandbox, runNow, sandboxStatus } from '../../lib/grading/service';
import { makeContent } from '../authoring/new-content';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { keepingBench } from './bench';
import { KeptResults } from './kept-results';
import { ProgressBar } from './progress-bar';
import { faultsOf } from './report';
import { tryAll } from './try-all';

const LESSON = 'courses/tea/lessons/first-lesson';
const FILL_IN = `${LESSON}/exercises/greet-by-name`;
const CHALLENGE = `${LESSON}/exercises/count-letters`;
const quiet = new ProgressBar({ write: () => true, isTTY: false });
const bench = keepingBench({ kept: new KeptResults(null), image: 'the same all along', root: process.cwd(), sandbox: async () => ({ gradeNow, runNow }) });

let content: string;
beforeAll(async () => {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  process.env.DATA_DIR = dataDir;
  expect((await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' })).reason).toBeNull();
  await openSandbox();
  expect(sandboxStatus().reason).toBeNull();
});
afterAll(closeSandbox);
beforeEach(async () => {
  content = fs.mkdtempSync(path.join(os.tmpdir(), 'seeded-'));
  await makeContent({ what: 'course', course: 'tea', lesson: 'first-lesson', content });
  onTestFinished(() => fs.rmSync(content, { recursive: true }));
});

function swap(file: string, from: string | RegExp, to: string) {
  const before = fs.readFileSync(path.join(content, file), 'utf8');
  const after = before.replace(from, to);
  expect(after, `${from} is not in ${file}`).not.toBe(before);
  fs.writeFileSync(path.join(content, file), after);
}

/** Everything that is wrong, as "file: what". */
async function faults(): Promise<string[]> {
  const { courses, keys } = await surveyExercises({ root: content });
  const { tried, scores } = await tryAll({ courses, keys, bench, atOnce: 2, bar: quiet });
  return [...tried.flatMap(({ file, fault }) => (fault === null ? [] : [`${file}: ${fault}`])), ...scores.flatMap((scored) => faultsOf(scored).map((fault) => `${scored.file}: ${fault}`))];
}

type Seed = { what: string; seed: () => void; says: RegExp; follow: () => void };
const SEEDS: Seed[] = [
  {
    what: 'an output that drifted',
    seed: () => swap(`${LESSON}/examples/first.out`, 'Hello, visitor!', 'Hello visitor!'),
    says: /examples\/first\.py: prints something else than its \.out; .*--update/,
    follow: () => swap(`${LESSON}/examples/first.out`, 'Hello visitor!', 'Hello, visitor!'),
  },
  {
    what: 'an example that stops',
    seed: () => swap(`${LESSON}/examples/second.py`, 'name}!"', 'nam}!"'),
    says: /examples\/second\.py: (did not run|prints something else)/,
    follow: () => swap(`${LESSON}/examples/second.py`, 'nam}!"', 'name}!"'),
  },
  {
    what: 'a solution that fails its checks',
    seed: () => swap(`${CHALLENGE}/solution.py`, 'len(word)', 'len(word) + 1'),
    says: /count-letters\/solution\.py: "\/length\/<word> answers the number of letters"/,
    follow: () => swap(`${CHALLENGE}/solution.py`, 'len(word) + 1', 'len(word)'),
  },
  {
    what: 'a starter that passes',
    seed: () => fs.copyFileSync(path.join(content, CHALLENGE, 'solution.py'), path.join(content, CHALLENGE, 'starter.py')),
    says: /count-letters\/starter\.py: passes every check/,
    follow: () => fs.writeFileSync(path.join(content, CHALLENGE, 'starter.py'), 'from flask import Flask\n\napp = Flask(__name__)\n'),
  },
  {
    what: 'a check that an empty app passes',
    seed: () => swap(`${CHALLENGE}/checks.py`, 'client.get(f"/length/{rng.choice(LETTERS)}").expect_status(200).expect_body("1")', 'client.get("/").expect_status(404)'),
    says: /count-letters\/checks\.py:13 "A word of one letter has length 1" passes on an empty app.*guard=True/,
    follow: () => swap(`${CHALLENGE}/checks.py`, 'has length 1")', 'has length 1", guard=True)'),
  },
  {
    what: 'checks that stop with an error of their own',
    seed: () => swap(`${CHALLENGE}/checks.py`, 'client.get(f"/length/{word}")', 'clinet.get(f"/length/{word}")'),
    says: /the checks themselves broke: .*count-letters\/checks\.py:10: NameError/,
    follow: () => swap(`${CHALLENGE}/checks.py`, 'clinet', 'client'),
  },
  {
    what: 'a known mistake that is not recognised',
    seed: () => swap(`${CHALLENGE}/exercise.yaml`, 'pattern: valid response', 'pattern: no valid answer'),
    says: /wrong\/number-returned\.py: is recognized as no known mistake: look at check and pattern/,
    follow: () => swap(`${CHALLENGE}/exercise.yaml`, 'pattern: no valid answer', 'pattern: valid response'),
  },
  {
    what: 'checks that are too weak',
    seed: () => {
      swap(`${FILL_IN}/checks.py`, '.expect_body("Hello, visitor!")', '');
      swap(`${FILL_IN}/checks.py`, 'expect_body(f"Hello, {name}!")', 'expect_text(name)');
    },
    says: /greet-by-name\/solution\.py: 3 of 11 mutants survive, so 72 % are killed/,
    follow: () => {
      swap(`${FILL_IN}/checks.py`, 'expect_text(name)', 'expect_body(f"Hello, {name}!")');
      swap(`${FILL_IN}/checks.py`, 'client.get("/").expect_status(200)', 'client.get("/").expect_status(200).expect_body("Hello, visitor!")');
    },
  },
  {
    what: 'a plain assert',
    seed: () => swap(`${CHALLENGE}/checks.py`, '    client.get(f"/length/{word}")', '    assert word\n    client.get(f"/length/{word}")'),
    says: /count-letters\/checks\.py:10: a learner would read only .*write expect\(/,
    follow: () => swap(`${CHALLENGE}/checks.py`, '    assert word\n', ''),
  },
];

it.each(SEEDS)('$what is told with its file, and its fix works', { timeout: 120_000 }, async ({ seed, says, follow }) => {
  seed();
  expect((await faults()).join('\n')).toMatch(new RegExp(says.source, 'm'));
  follow();
  expect(await faults()).toEqual([]);
});
