import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changeOf, chooseMutants, diffOf, mutated, type Mutant, parseMutants } from './mutants';

const script = fileURLToPath(new URL('./mutants.py', import.meta.url));

function mutantsOf(program: string): Mutant[] {
  const { status, stdout, stderr } = spawnSync('python3', [script], { input: program, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return parseMutants(stdout);
}
const changes = (program: string) => mutantsOf(program).map((mutant) => `${mutant.kind}: ${mutant.lines.join('⏎').trim()}`);

describe('a program is changed in one place at a time', () => {
  const cases: [string, string, string[]][] = [
    ['numbers and truth', 'x = [3, True, 1.5]\n', ['constant: x = [4, True, 1.5]', 'constant: x = [3, False, 1.5]', 'constant: x = [3, True, 2.5]']],
    ['texts', 'x = ["a", "", b"z"]\n', ['constant: x = ["ax", "", b"z"]', 'constant: x = ["a", "x", b"z"]', 'constant: x = ["a", "", b"zx"]']],
    ['a long text, which goes', 'x = """\n<p>one\n"""\n', ['constant: x = ""']],
    ['comparisons', 'y = a < b\n', ['comparison: y = a <= b']],
    ['each of a chain of comparisons', 'y = a < b != c\n', ['comparison: y = a <= b != c', 'comparison: y = a < b == c']],
    ['membership and identity', 'y = a not in b, a is b\n', ['comparison: y = a in b, a is b', 'comparison: y = a not in b, a is not b']],
    ['sums', 'y = a + b\ny -= c\n', ['arithmetic: y = a - b', 'statement: pass', 'arithmetic: y += c']],
    ['and, or, not', 'y = a and not b\n', ['condition: y = a or not b', 'condition: y = a and b']],
    ['a condition that compares nothing', 'if ready():\n    go()\n', ['condition: if not (ready()):', 'statement: pass']],
    ['what is returned', 'def f():\n    return 1\n', ['statement: return None', 'constant: return 2']],
    ['swapped arguments', 'f(a, b)\n', ['statement: pass', 'swapped arguments: f(b, a)']],
    ['arguments by name', 'f(a=b, c=d)\n', ['statement: pass', 'argument: f(c=d)', 'argument: f(a=b)']],
    ['flags of a cookie', 'r.set_cookie("n", v, httponly=True)\n', ['statement: pass', 'swapped arguments: r.set_cookie(v, "n", httponly=True)', 'cookie flag: r.set_cookie("n", v)', 'constant: r.set_cookie("nx", v, httponly=True)', 'constant: r.set_cookie("n", v, httponly=False)']],
    ['decorators, methods and routes', '@app.get("/a/<int:n>")\ndef f(n):\n    pass\n', ['decorator: ', 'method: @app.post("/a/<int:n>")', 'route: @app.get("/ax/<int:n>")', 'route: @app.get("/a/<n>")']],
    ['the first page', '@app.route("/", methods=["GET", "POST"])\ndef f():\n    pass\n', ['decorator: ', 'method: @app.route("/", methods=["POST"])', 'method: @app.route("/", methods=["GET"])', 'route: @app.route("/x", methods=["GET", "POST"])', 'argument: @app.route("/")']],
    ['settings, but no secret', 'app.config["MAX"] = 1\napp.secret_key = "s"\n', ['statement: pass', 'constant: app.config["MAXx"] = 1', 'constant: app.config["MAX"] = 2', 'statement: pass']],
    ['an umlaut before it', 'x = "ä" + y\n', ['arithmetic: x = "ä" - y', 'constant: x = "äx" + y']],
  ];
  test.each(cases)('%s', (_name, program, expected) => {
    expect(changes(program).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['a docstring', '"""About."""\n'],
    ['an import', 'from flask import Flask\n'],
    ['an annotation', 'x: "int"\n\n\ndef f(a: "str") -> "list[1]": ...\n'],
    ['the lines that try it', 'if __name__ == "__main__":\n    print(1 + 1)\n'],
  ])('%s is left alone', (_name, program) => expect(changes(program)).toEqual([]));
});

const SOLUTION = 'def f():\n    # once\n    return (\n        1\n    )\n';
const mutant: Mutant = { kind: 'constant', first: 4, last: 4, lines: ['        2'] };

test('a mutant is put into the solution, named by its line, and shown as a difference', () => {
  expect(mutated(SOLUTION, mutant)).toBe(SOLUTION.replace('1', '2'));
  expect(changeOf(SOLUTION, mutant)).toEqual({ line: '1', becomes: '2' });
  expect(diffOf(SOLUTION, mutant)).toEqual(['-         1', '+         2']);
});

test('a line that goes becomes nothing', () => {
  const gone = { kind: 'decorator', first: 2, last: 2, lines: [] };
  expect(mutated(SOLUTION, gone)).not.toContain('# once');
  expect(changeOf(SOLUTION, gone)).toEqual({ line: '# once', becomes: '' });
  expect(diffOf(SOLUTION, gone)).toEqual(['-     # once']);
});

test('of too many, every kind is taken in turn, and the same ones each time', () => {
  const many = [...Array.from({ length: 50 }, (_, index): Mutant => ({ kind: 'constant', first: index + 1, last: index + 1, lines: ['x'] })), { kind: 'decorator', first: 60, last: 60, lines: [] }];
  const chosen = chooseMutants(many, 10);
  expect(chosen).toHaveLength(10);
  expect(chosen.filter(({ kind }) => kind === 'decorator')).toHaveLength(1);
  expect(chosen.at(0)?.first, 'spread over the file').toBeLessThan(20);
  expect(chosen.at(-2)?.first, 'spread over the file').toBeGreaterThan(35);
  expect(chooseMutants([...many], 10)).toEqual(chosen);
  expect(chooseMutants(many, 100)).toEqual(many);
});
