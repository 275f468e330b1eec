import fs from 'node:fs';

/** What a program is there for, and so which verdict it must get. */
export type Kind = 'right' | 'wrong' | 'error' | 'loop' | 'memory';
export type Program = { kind: Kind; learner: number; code: string };

export const EXERCISE_ID = 'flask-cookies-count-visits';
const FOLDER = 'content/courses/flask/lessons/working-with-cookies/exercises/count-visits';

export const EXPECTED: Record<Kind, string> = { right: 'passed', wrong: 'failed', error: 'did-not-run', loop: 'over-limit', memory: 'over-limit' };
export const isHonest = ({ kind }: { kind: Kind }): boolean => kind !== 'loop' && kind !== 'memory';

/** Of a hundred programs. */
const SHARES: [Kind, number][] = [['loop', 5], ['memory', 5], ['error', 9], ['wrong', 18], ['right', 63]];

/** random: any learner may send anything. few: a tenth of the learners send all that is hostile. */
export type Spread = 'random' | 'few';

/** Numbers from 0 to 1, the same for the same seed (mulberry32, https://github.com/cprosche/mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function readExercise(): { checks: string; solution: string } {
  return { checks: fs.readFileSync(`${FOLDER}/checks.py`, 'utf8'), solution: fs.readFileSync(`${FOLDER}/solution.py`, 'utf8') };
}

/** Different programs of every kind, in random order, and whose they are. */
export function makePrograms({ count, learners, seed, spread, solution }: { count: number; learners: number; seed: number; spread: Spread; solution: string }): Program[] {
  const random = randomFrom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const kinds = SHARES.flatMap(([kind, share]) => Array.from({ length: Math.round((count * share) / 100) }, () => kind));
  for (let last = kinds.length - 1; last > 0; last -= 1) {
    const other = pick(last + 1);
    [kinds[last], kinds[other]] = [kinds[other] as Kind, kinds[last] as Kind];
  }
  return kinds.map((kind, index) => ({
    kind,
    learner: pick(spread === 'few' && !isHonest({ kind }) ? Math.ceil(learners / 10) : learners),
    // The name makes every program different, so that no verdict is taken over from another.
    code: `${variants(solution)[kind][pick(VARIANTS)]}\nNAME = "program ${seed}-${index}"\n`,
  }));
}

const VARIANTS = 2;

function variants(solution: string): Record<Kind, [string, string]> {
  const change = (from: string, to: string) => {
    if (!solution.includes(from)) throw new Error(`The solution of ${EXERCISE_ID} has changed: it has no ${JSON.stringify(from)}.`);
    return solution.replace(from, to);
  };
  const inView = (line: string) => change('    visits = visits_so_far() + 1\n', `    visits = visits_so_far() + 1\n    ${line}\n`);
  return {
    right: [solution, change('visits = visits_so_far() + 1', 'visits = 1 + visits_so_far()')],
    wrong: [change('max_age=ONE_YEAR', 'max_age=60'), change('f"Visit {visits}"', 'f"Visits {visits}"')],
    error: [change('app = Flask(__name__)', 'app = Flusk(__name__)'), change('def home():', 'def home()')],
    loop: [`${solution}\nwhile True:\n    pass\n`, inView('while True: visits += 1')],
    memory: [`${solution}\nrows = []\nwhile True:\n    rows.append("x" * 1000 + str(len(rows)))\n`, inView('everything = bytearray(10 ** 11)')],
  };
}
