import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { withSimpleTargets } from './with-statement';

export type Line = { line: number; column: number };

const parsed = new Map<string, Tree>();
/** several questions are asked of one program in turn, and then never again */
const PARSED_KEPT = 8;

/** The tree of a program. The last few are kept. */
export function parsePython(code: string): Tree {
  const tree = parsed.get(code) ?? parser.parse(code);
  parsed.set(code, tree);
  for (const oldest of parsed.keys()) if (parsed.size > PARSED_KEPT) parsed.delete(oldest);
  return tree;
}

/** The place of a character, as people count. */
export function lineAt(code: string, offset: number): Line {
  const before = code.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a program stops being Python 3.13, or null. */
export function syntaxFault(code: string): Line | null {
  if (errorIn(code) === null) return null;
  const at = errorIn(withSimpleTargets(code));
  return at === null ? null : lineAt(code, at);
}

/** Where the tree of `parsePython` stops being one, or null: also at Python that this parser does not know. */
export function treeFault(code: string): Line | null {
  const at = errorIn(code);
  return at === null ? null : lineAt(code, at);
}

function errorIn(code: string): number | null {
  let at: number | null = null;
  parsePython(code).iterate({
    enter: (node) => {
      if (node.type.isError) at ??= node.from;
    },
  });
  return at;
}

/** The value of a plain string literal; null for f-strings and other expressions. */
export function stringValue(code: string, node: SyntaxNode | null): string | null {
  if (node?.name !== 'String') return null;
  const literal = /^[rRuU]?("""|'''|"|')([\s\S]*)\1$/.exec(code.slice(node.from, node.to));
  return literal ? (literal[2] ?? '').replace(/\\(["'\\])/g, '$1') : null;
}

/** as in sandbox/coursewright/registry.py */
export const MAX_POINTS = 10;

/**
 * One `@check(…)` of a checks.py.
 * - name: null when it is not a plain string literal
 * - points: what it counts; 0 for a guard
 * - visible: whether it may run in the browser
 * - fault: why the rest of its arguments cannot be read, or null
 */
export type WrittenCheck = { name: string | null; points: number; visible: boolean; fault: string | null } & Line;

/** Every `@check(…)` in file order. */
export function checksIn(code: string): WrittenCheck[] {
  const found: WrittenCheck[] = [];
  parsePython(code).iterate({
    enter: ({ name, node }) => {
      if (name !== 'Decorator') return;
      if (!isCheck(code, node)) return;
      const list = node.getChild('ArgList');
      const argument = list?.firstChild?.nextSibling ?? null;
      found.push({ name: stringValue(code, argument), ...argumentsOf(code, list), ...lineAt(code, node.from) });
    },
  });
  return found;
}

/** Whether a decorator is `@check(…)`. */
export function isCheck(code: string, decorator: SyntaxNode): boolean {
  const called = code.slice(decorator.from + 1, decorator.getChild('ArgList')?.from ?? decorator.to).trim();
  return called === 'check' || called === 'coursewright.check';
}

type Arguments = Pick<WrittenCheck, 'points' | 'visible' | 'fault'>;

/** `points=2`, `guard=True` and `visible=True` as literals: what a check counts, and who may see it, must be known without running it. */
function argumentsOf(code: string, list: SyntaxNode | null): Arguments {
  const given = new Map((list?.getChildren('AssignOp') ?? []).map((sign) => [textOf(code, sign.prevSibling), textOf(code, sign.nextSibling)]));
  const { points = '1', guard = 'False', visible = 'False', ...others } = Object.fromEntries(given);
  const not = (fault: string | null, counts = 1): Arguments => ({ points: counts, visible: false, fault });
  const unknown = Object.keys(others)[0];
  const count = /^\d+$/.test(points) ? Number(points) : 0;
  if (unknown !== undefined) return not(`a check knows no "${unknown}"; it knows points, guard and visible`);
  for (const [name, value] of Object.entries({ guard, visible })) if (value !== 'True' && value !== 'False') return not(`${name} is True or False, not ${value}`);
  if (guard === 'True' && given.has('points')) return not('a guard counts no points', 0);
  if (count < 1 || count > MAX_POINTS) return not(`points are a whole number from 1 to ${MAX_POINTS}, not ${points}`);
  return { points: guard === 'True' ? 0 : count, visible: visible === 'True', fault: null };
}

const textOf = (code: string, node: SyntaxNode | null) => (node ? code.slice(node.from, node.to) : '');

/** The text of every plain string. */
export function stringsIn(code: string): string[] {
  const found: string[] = [];
  parsePython(code).iterate({
    enter: ({ node }) => {
      const text = stringValue(code, node);
      if (text !== null) found.push(text);
    },
  });
  return found;
}

/** Every plain `assert` of a checks.py. */
export function assertsIn(code: string): Line[] {
  const found: Line[] = [];
  parsePython(code).iterate({
    enter: ({ name, from }) => {
      if (name === 'AssertStatement') found.push(lineAt(code, from));
    },
  });
  return found;
}

/** The docstring of a program with the line it starts on, or null. */
function docstring(code: string): ({ text: string } & Line) | null {
  const first = parsePython(code).topNode.getChild('ExpressionStatement');
  const isFirst = first && code.slice(0, first.from).split('\n').every((line) => line.trim() === '' || line.startsWith('#'));
  const text = isFirst ? stringValue(code, first.firstChild) : null;
  return first && text !== null ? { text, ...lineAt(code, first.from) } : null;
}

/** `fails:` and `hint:` from the docstring of a wrong/*.py, each with its line. */
export function wrongClaims(code: string): Record<'fails' | 'hint', ({ value: string } & Line) | null> {
  const doc = docstring(code);
  const claim = (key: string) => {
    if (!doc) return null;
    const lines = doc.text.split('\n');
    const index = lines.findIndex((line) => line.trim().startsWith(`${key}:`));
    const line = lines[index];
    return line === undefined ? null : { value: line.trim().slice(key.length + 1).trim(), line: doc.line + index, column: 1 };
  };
  return { fails: claim('fails'), hint: claim('hint') };
}

/** What `fails:` says of a wrong answer that does not even start. */
export const DOES_NOT_RUN = '(does not run)';
