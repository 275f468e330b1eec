import type { SyntaxNode } from '@lezer/common';

/** What one scope of Python (a function, a lambda, a comprehension, a class body) binds and reads. */
type Scope = { kind: 'function' | 'class'; bound: Set<string>; read: Set<string>; global: Set<string> };

const newScope = (kind: Scope['kind'] = 'function'): Scope => ({ kind, bound: new Set(), read: new Set(), global: new Set() });

/**
 * The names that a piece of a program takes from outside of itself, builtins included. Locals are told apart as Python
 * does it: a name that a function binds anywhere is its own everywhere in it; what a class body binds is not seen by
 * its methods. https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
 * @param node a node of @lezer/python without error nodes in it
 */
export function freeNames(code: string, node: SyntaxNode): Set<string> {
  const outside = newScope('class'); // here, reading a name that is bound beside it counts as reading
  walk(node, { code, scope: outside, walrus: outside });
  return outside.read;
}

/** The names that an assignment or import binds, or the one of a function or class. */
export function boundNames(code: string, node: SyntaxNode): string[] {
  const scope = newScope('class');
  walk(node, { code, scope, walrus: scope });
  return [...scope.bound];
}

/** `walrus`: the scope in which := binds, which is never a comprehension's own. */
type At = { code: string; scope: Scope; walrus: Scope };

function walk(node: SyntaxNode, at: At): void {
  const visit = VISITS[node.name];
  if (visit) visit(node, at);
  else walkAll(childrenOf(node), at);
}

const walkAll = (nodes: SyntaxNode[], at: At) => nodes.forEach((node) => walk(node, at));

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

const textOf = (code: string, node: SyntaxNode) => code.slice(node.from, node.to);
const isName = (node: SyntaxNode | undefined): boolean => node?.name === 'VariableName';

/** What stands at the left of = or behind `for` and `as`: names in it are bound, `a.b` and `a[b]` only read a and b. */
function bind(node: SyntaxNode, at: At): void {
  if (isName(node)) at.scope.bound.add(textOf(at.code, node));
  else if (['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression'].includes(node.name)) childrenOf(node).forEach((child) => bind(child, at));
  else walk(node, at);
}

/** Runs `inside` in a scope within this one; what that one reads and does not bind is read from here. */
function within(at: At, inside: Scope, run: (at: At) => void, { own = true }: { own?: boolean } = {}): void {
  run({ code: at.code, scope: inside, walrus: own ? inside : at.walrus });
  for (const name of inside.read) {
    const hidden = inside.kind === 'function' && inside.bound.has(name) && !inside.global.has(name);
    if (!hidden) at.scope.read.add(name);
  }
  for (const name of inside.global) at.scope.read.add(name);
}

function visitFunction(node: SyntaxNode, at: At): void {
  const children = childrenOf(node);
  if (node.name === 'FunctionDefinition') bind(children.find(isName) ?? node, at);
  const own = newScope();
  for (const list of children.filter(({ name }) => name === 'ParamList' || name === 'TypeParamList')) visitParameters(list, at, own);
  walkAll(children.filter(({ name }) => name === 'TypeDef'), at);
  const rest = children.filter((child) => !['ParamList', 'TypeParamList', 'TypeDef'].includes(child.name) && !(node.name === 'FunctionDefinition' && isName(child)));
  within(at, own, (inside) => walkAll(rest, inside));
}

/** Names of parameters are the function's own; their defaults and annotations are read outside of it. */
function visitParameters(list: SyntaxNode, at: At, own: Scope): void {
  const children = childrenOf(list);
  children.forEach((child, index) => {
    if (child.name === 'TypeParam') visitParameters(child, at, own);
    else if (isName(child) && children[index - 1]?.name !== 'AssignOp') own.bound.add(textOf(at.code, child));
    else walk(child, at);
  });
}

function visitClass(node: SyntaxNode, at: At): void {
  const children = childrenOf(node);
  const name = children.find(isName);
  if (name) bind(name, at);
  within(at, newScope('class'), (inside) => walkAll(children.filter((child) => child !== name), inside));
}

/** The first iterable is read outside: in `[x for x in x]` the last x is another. */
function visitComprehension(node: SyntaxNode, at: At): void {
  const children = childrenOf(node);
  const first = children.findIndex(({ name }) => name === 'in') + 1;
  const iterable = children[first];
  if (iterable) walk(iterable, at);
  const scope = newScope();
  within(at, scope, (inside) => bindBetween(children.filter((child) => child !== iterable), inside), { own: false });
}

/** Binds what stands between `for` and `in`, and walks the rest. */
function bindBetween(children: SyntaxNode[], at: At): void {
  let binding = false;
  for (const child of children) {
    if (child.name === 'for') binding = true;
    else if (child.name === 'in') binding = false;
    else if (binding) bind(child, at);
    else walk(child, at);
  }
}

/** `with … as name`, `except … as name`, `case … as name` */
function bindAfterAs(node: SyntaxNode, at: At): void {
  const children = childrenOf(node);
  children.forEach((child, index) => (children[index - 1]?.name === 'as' ? bind(child, at) : walk(child, at)));
}

function visitAssignment(node: SyntaxNode, at: At): void {
  const children = childrenOf(node);
  const last = children.findLastIndex(({ name }) => name === 'AssignOp');
  children.forEach((child, index) => (child.name !== 'TypeDef' && (index < last || last < 0) ? bind(child, at) : walk(child, at)));
}

function visitImport(node: SyntaxNode, { code, scope }: At): void {
  for (const { binds } of importsOf(code, node)) scope.bound.add(binds);
}

const VISITS: Record<string, (node: SyntaxNode, at: At) => void> = {
  VariableName: (node, { code, scope }) => scope.read.add(textOf(code, node)),
  FunctionDefinition: visitFunction,
  LambdaExpression: visitFunction,
  ClassDefinition: visitClass,
  ArrayComprehensionExpression: visitComprehension,
  SetComprehensionExpression: visitComprehension,
  DictionaryComprehensionExpression: visitComprehension,
  ComprehensionExpression: visitComprehension,
  ForStatement: (node, at) => bindBetween(childrenOf(node), at),
  WithStatement: bindAfterAs,
  TryStatement: bindAfterAs,
  AsPattern: bindAfterAs,
  CapturePattern: (node, at) => childrenOf(node).forEach((child) => bind(child, at)),
  KeywordPattern: (node, at) => walkAll(childrenOf(node).slice(1), at), // the first is the name of an attribute
  AssignStatement: visitAssignment,
  UpdateStatement: (node, at) => childrenOf(node).forEach((child) => (isName(child) && !child.prevSibling ? (bind(child, at), walk(child, at)) : walk(child, at))),
  DeleteStatement: (node, at) => childrenOf(node).forEach((child) => bind(child, at)),
  NamedExpression: (node, at) => {
    const [name, ...rest] = childrenOf(node);
    if (name) bind(name, { ...at, scope: at.walrus });
    walkAll(rest, at);
  },
  ScopeStatement: (node, { code, scope }) => {
    if (node.firstChild?.name === 'global') for (const child of childrenOf(node).filter(isName)) scope.global.add(textOf(code, child));
  },
  ImportStatement: visitImport,
  ArgList: (node, at) => {
    if (node.getChild('for')) visitComprehension(node, at);
    // the name of a keyword argument is nobody's variable
    else walkAll(childrenOf(node).filter((child) => !(isName(child) && child.nextSibling?.name === 'AssignOp')), at);
  },
};

/** One name that an import binds, and the statement that would import it alone. */
export type OneImport = { binds: string; alone: string };

/** The parts of `import a.b as c, d` or `from m import (a, b as c)`; a star binds `*`. */
export function importsOf(code: string, node: SyntaxNode): OneImport[] {
  const words = wordsOf(code, node);
  const from = /^from\s+(\S+)\s+import\s+(.*)$/s.exec(words);
  const list = (from?.[2] ?? words.replace(/^import\s+/, '')).replace(/[()]/g, '').split(',').map((part) => part.trim()).filter(Boolean);
  return list.map((part) => {
    const [path = '', as] = part.split(/\s+as\s+/);
    if (from) return { binds: as ?? path, alone: `from ${from[1]} import ${part}` };
    return { binds: as ?? path.split('.')[0] ?? path, alone: `import ${part}` };
  });
}

/** The statement in one line, without comments. */
function wordsOf(code: string, node: SyntaxNode): string {
  const comments = childrenOf(node).filter(({ name }) => name === 'Comment');
  const kept = comments.reduceRight((text, { from, to }) => text.slice(0, from - node.from) + text.slice(to - node.from), textOf(code, node));
  return kept.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').replace(/\s*\.\s*(?=\w)/g, '.').trim();
}
