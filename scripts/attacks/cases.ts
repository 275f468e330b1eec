// The hostile programs of sandbox/tests/attacks, as their docstrings describe them.
import fs from 'node:fs';
import path from 'node:path';
import type { SandboxResult } from '../../lib/grading/schema';

const FOLDER = path.join('sandbox', 'tests', 'attacks');

export type AttackCase = {
  name: string;
  code: string;
  checks: string;
  /** the verdicts that are right, in the words of `inWords` */
  expected: string[];
  /** its answers are wrong: no check of them may pass, whatever it pretends */
  forges: boolean;
};

export const read = (name: string): string => fs.readFileSync(path.join(FOLDER, name), 'utf8');

/** Every case, by name. @throws Error naming a case whose docstring does not say what must happen */
export function attackCases(): AttackCase[] {
  const names = fs.readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort().map(attackCase);
}

function attackCase(name: string): AttackCase {
  const code = read(`${name}/program.py`);
  const docstring = /^"""([\s\S]+?)"""/.exec(code)?.[1] ?? '';
  const expected = /^expect: (.+)$/m.exec(docstring)?.[1]?.split(' | ');
  if (!expected) throw new Error(`sandbox/tests/attacks/${name}/program.py: the docstring needs a line "expect: …", with the verdict that is right`);
  const own = fs.existsSync(path.join(FOLDER, name, 'checks.py'));
  return { name, code, checks: read(own ? `${name}/checks.py` : 'checks.py'), expected, forges: /^forges: /m.test(docstring) };
}

/** The verdict in the words that cases use: passed, failed, did-not-run, grader-fault, or "over-limit time". */
export function inWords({ outcome, limit, checks }: Pick<SandboxResult, 'outcome' | 'limit' | 'checks'>): string {
  if (outcome === 'over-limit') return `over-limit ${limit}`;
  if (outcome !== 'ran') return outcome;
  return checks.length > 0 && checks.every(({ status }) => status === 'passed') ? 'passed' : 'failed';
}

/** Does everything right; the checks are those of the attacks. */
export const HONEST = `from flask import Flask

app = Flask(__name__)


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return {}
`;
