import type { SyntaxNode } from '@lezer/common';
import { boundNames, freeNames, importsOf } from './free-names';
import { checksIn, isCheck, type Line, lineAt, parsePython, stringValue, syntaxFault, treeFault } from './python-source';

/** Why a checks.py cannot be parted; then nothing of it is visible. */
export type PartFault = { message: string; fix: string } & Line;

/**
 * What of a checks.py may leave the server.
 * - names: of the visible checks, in file order
 * - text: Python that holds these checks, and of the rest of the file only what they need; empty when there is nothing
 * - helpers: names of what they need, imports left out
 */
export type VisiblePart = { names: string[]; text: string; helpers: string[]; faults: PartFault[] };

/** A statement of the file itself. `binds`: its names; `reads`: what it needs of others; `check`: the name of the check it is, if it is one. */
type Statement = { node: SyntaxNode; binds: string[]; reads: Set<string>; check: { name: string; visible: boolean } | null };

const SIMPLE = ['FunctionDefinition', 'ClassDefinition', 'DecoratedStatement', 'AssignStatement', 'ImportStatement'];
const ADVICE = 'a checks.py with visible checks holds imports, functions, classes and assignments of names, each on a line of its own';

/**
 * Takes the visible checks and what they need, directly or by others, out of a checks.py. Everything else stays behind:
 * hidden checks, what only they use, comments and docstrings. What cannot be told apart for certain is a fault.
 */
export function visiblePart(code: string): VisiblePart {
  const written = checksIn(code);
  const names = written.flatMap(({ name, visible }) => (visible && name !== null ? [name] : []));
  if (names.length === 0) return { names, text: '', helpers: [], faults: [] };
  const faults: PartFault[] = [];
  const fault = (node: SyntaxNode | Line, message: string, fix: string) => faults.push({ message, fix, ...('from' in node ? lineAt(code, node.from) : node) });
  const unreadable = treeFault(code);
  if (unreadable && syntaxFault(code)) fault(unreadable, 'this does not look like Python 3.13, so its visible checks cannot be told apart', 'npm run check:exercises tells for certain');
  else if (unreadable) fault(unreadable, 'visible checks cannot be told apart beside this form of with', 'write `with … as pair:`, and take the pair apart on the next line');

  const statements = unreadable ? [] : readStatements(code, fault);
  const seen = statements.filter(({ check }) => check?.visible);
  if (!unreadable && seen.length !== names.length) fault({ line: 1, column: 1 }, 'a visible check stands inside something else', 'put every @check at the left margin');
  const { kept, needed } = follow(statements, seen, fault);
  for (const { node, binds, check } of statements) {
    if (!kept.has(node.from) || check || node.name === 'ImportStatement') continue;
    const unused = binds.filter((name) => !needed.has(name));
    if (unused.length > 0) fault(node, `${unused.join(', ')} would become public together with what visible checks need`, 'assign each name on a line of its own');
  }
  if (faults.length > 0) return { names: [], text: '', helpers: [], faults };
  // whatever says how all of the file is read stays, too
  const chosen = statements.filter(({ node }) => kept.has(node.from) || isFuture(code, node));
  const text = chosen.map(({ node }) => (node.name === 'ImportStatement' ? importing(code, node, needed) : bare(code, node))).join('\n\n');
  return { names, text: `${text}\n`, helpers: chosen.flatMap(({ node, binds, check }) => (check || node.name === 'ImportStatement' ? [] : binds)), faults };
}

type Complain = (node: SyntaxNode | Line, message: string, fix: string) => void;

function readStatements(code: string, fault: Complain): Statement[] {
  const found: Statement[] = [];
  for (let node = parsePython(code).topNode.firstChild; node; node = node.nextSibling) {
    if (node.name === 'Comment' || (node.name === 'ExpressionStatement' && node.firstChild?.name === 'String')) continue;
    if (!SIMPLE.includes(node.name) || assignsParts(node)) {
      fault(node, 'what this line does to the visible checks cannot be told', ADVICE);
      continue;
    }
    const binds = boundNames(code, node.name === 'DecoratedStatement' ? (node.lastChild ?? node) : node);
    if (binds.includes('*')) fault(node, 'an import of * brings names that cannot be told', 'import each name by itself');
    found.push({ node, binds, reads: freeNames(code, node), check: checkOf(code, node) });
  }
  return found;
}

/** `a.b = …` and `a[b] = …` change something that was there before. */
function assignsParts(node: SyntaxNode): boolean {
  const last = node.name === 'AssignStatement' ? node.getChildren('AssignOp').at(-1) : undefined;
  return last !== undefined && node.getChildren('MemberExpression').concat(node.getChildren('TupleExpression').flatMap((tuple) => tuple.getChildren('MemberExpression'))).some(({ to }) => to <= last.from);
}

function checkOf(code: string, node: SyntaxNode): Statement['check'] {
  const decorator = node.name === 'DecoratedStatement' ? node.getChildren('Decorator').find((one) => isCheck(code, one)) : null;
  const [written] = decorator ? checksIn(code.slice(decorator.from, node.to)) : [];
  return written ? { name: written.name ?? '', visible: written.visible && written.name !== null } : null;
}

/** From the visible checks to all that they need. `kept`: where those statements begin. */
function follow(statements: Statement[], from: Statement[], fault: Complain): { kept: Set<number>; needed: Set<string> } {
  const kept = new Set<number>();
  const needed = new Set<string>();
  const waiting = [...from];
  for (let statement = waiting.pop(); statement; statement = waiting.pop()) {
    if (kept.has(statement.node.from)) continue;
    kept.add(statement.node.from);
    for (const name of statement.reads) {
      if (needed.has(name)) continue;
      needed.add(name);
      for (const other of statements.filter(({ binds }) => binds.includes(name))) {
        if (other.check && !other.check.visible) fault(statement.node, `this needs "${name}", which is a hidden check`, 'move what both need into a function that is no check');
        else waiting.push(other);
      }
    }
  }
  return { kept, needed };
}

const isFuture = (code: string, node: SyntaxNode) => node.name === 'ImportStatement' && /^from\s+__future__\s/.test(code.slice(node.from, node.to));

const importing = (code: string, node: SyntaxNode, needed: Set<string>) => importsOf(code, node).filter(({ binds }) => needed.has(binds) || isFuture(code, node)).map(({ alone }) => alone).join('\n');

/** A statement without comments and docstrings: nobody runs those, and they may speak of what is hidden. */
function bare(code: string, statement: SyntaxNode): string {
  const cuts: { from: number; to: number; put: string }[] = [];
  statement.cursor().iterate((node) => {
    if (node.name === 'Comment') cuts.push({ from: endOfCode(code, node.from), to: node.to, put: '' });
    if (node.name !== 'ExpressionStatement' || stringValue(code, node.node.firstChild) === null) return;
    const next = node.node.nextSibling;
    cuts.push({ from: node.from, to: next?.name === 'Comment' ? node.to : (next?.from ?? node.to), put: next && next.name !== 'Comment' ? '' : 'pass' });
  });
  return cuts.reduceRight((rest, { from, to, put }) => rest.slice(0, from - statement.from) + put + rest.slice(to - statement.from), code.slice(statement.from, statement.to)).trimEnd();
}

/** Where the spaces before a comment begin. */
const endOfCode = (code: string, at: number) => at - (/[ \t]*$/.exec(code.slice(0, at))?.[0].length ?? 0);
