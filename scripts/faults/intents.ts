import { randomUUID } from 'node:crypto';
import type { ExerciseKey } from '../../lib/content/schema';
import type { Verdict } from '../../lib/grading/schema';
import { type Chance, oneOf } from './chance';

/** What somebody wants to hand in, and what has to come of it whatever is killed meanwhile. */
export type Intent = {
  learner: number;
  exerciseId: string;
  program: string;
  code: string;
  expected: Verdict;
  idempotencyKey: string;
  /** when it is handed in, ms from the start */
  at: number;
  /** two clicks at once, under the same key */
  twice: boolean;
};

type Program = { name: string; expected: Verdict; weight: number; code: (solution: string) => string };

const EMPTY_APP = 'from flask import Flask\n\napp = Flask(__name__)\n';

/** Half of them take long enough to be killed in the middle of, and are still quick enough for the fast lane. */
const PROGRAMS: Program[] = [
  { name: 'right', expected: 'passed', weight: 30, code: (solution) => solution },
  { name: 'right, slow to start', expected: 'passed', weight: 30, code: (solution) => `import time\n\ntime.sleep(0.25)\n${solution}` },
  { name: 'right, slow to answer', expected: 'passed', weight: 15, code: (solution) => `${solution}\n\n@app.before_request\ndef think():\n    import time\n\n    time.sleep(0.01)\n` },
  { name: 'wrong', expected: 'failed', weight: 12, code: () => EMPTY_APP },
  { name: 'an error at the start', expected: 'did-not-run', weight: 10, code: () => `${EMPTY_APP}\nundefined_name\n` },
];

/** Few, because each holds a grader for seconds; the last of all intents are these. */
const HOSTILE: Program[] = [
  { name: 'endless', expected: 'over-limit', weight: 1, code: () => 'while True:\n    pass\n' },
  { name: 'greedy', expected: 'over-limit', weight: 1, code: () => 'held = []\nwhile True:\n    held.append(bytearray(10_000_000))\n' },
];
const HOSTILE_OF_EACH = 2;

export const LEARNERS = 100;
/** What one learner sends in a minute stays far below the rate limit. */
const TWICE = 0.1;

/** `count` intents over `spreadMs`, by `LEARNERS` learners, each with a program of its own text. */
export function planIntents({ count, spreadMs, keys, chance }: { count: number; spreadMs: number; keys: ExerciseKey[]; chance: Chance }): Intent[] {
  const deck = PROGRAMS.flatMap((program) => Array<Program>(program.weight).fill(program));
  const hostile = HOSTILE.flatMap((program) => Array<Program>(HOSTILE_OF_EACH).fill(program));
  return Array.from({ length: count }, (_, index) => {
    const program = hostile[index] ?? oneOf(deck, chance);
    const key = oneOf(keys, chance);
    if (!program || !key) throw new Error('There is no challenge to hand in code for.');
    // its own text, so that no result is taken over from another's
    const code = `${program.code(key.solution)}\n# ${randomUUID()}\n`;
    return { learner: index % LEARNERS, exerciseId: key.exercise.id, program: program.name, code, expected: program.expected, idempotencyKey: randomUUID(), at: chance() * spreadMs, twice: chance() < TWICE };
  });
}
