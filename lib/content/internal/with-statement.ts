// Two forms of `with` that @lezer/python does not know, rewritten into one that it does, character for character.
// https://docs.python.org/3/reference/compound_stmts.html#the-with-statement

const BEGINS = /^[ \t]*(?:async[ \t]+)?with\b/gm;
const OPENING = '([{';
const CLOSING = ')]}';

/**
 * The same program, as long and with the same lines, with `as (a, b)` written as a name, and without the brackets around
 * several managers. Only good for seeing whether it is Python: its names are not those of the program.
 */
export function withSimpleTargets(code: string): string {
  const letters = [...code.matchAll(/[\s\S]/g)].map(([letter]) => letter);
  for (const { 0: begin, index } of code.matchAll(BEGINS)) simplify({ letters, from: index + begin.length });
  return letters.join('');
}

function simplify({ letters, from }: { letters: string[]; from: number }): void {
  const blank = (start: number, end: number) => {
    for (let at = start; at < end; at += 1) letters[at] = ' ';
  };
  const head = headOf({ letters, from });
  if (!head) return;
  const { colon, marks } = head;
  const [first] = marks;
  const last = marks.findLast(({ letter }) => letter.trim() !== '');
  // brackets around all managers: only those have an `as` right inside of them
  const wrapped = first?.letter === '(' && last?.letter === ')' && marks.some(({ depth, letter }) => depth === 1 && letter === 'as') && !marks.some(({ depth, letter }) => depth === 0 && letter !== '(' && letter !== ')');
  const level = wrapped ? 1 : 0;
  marks.forEach(({ at, depth, letter }, index) => {
    if (letter !== 'as' || depth !== level) return;
    const end = marks.slice(index + 1).find((mark) => (mark.depth === level && mark.letter === ',') || (level === 1 && mark.depth === 0))?.at ?? colon;
    const start = at + 'as '.length;
    if (end <= start) return; // nothing stands there: a fault, which stays
    const target = letters.slice(start, end).join('').trim();
    if (!/^[([]|[.[]/.test(target)) return;
    blank(start, end);
    letters[start] = '_';
  });
  if (!wrapped || !first || !last) return;
  blank(first.at, first.at + 1);
  blank(last.at, last.at + 1);
  for (let at = first.at; at < colon; at += 1) if (letters[at] === '\n') letters[at] = ' ';
  const before = marks.findLast(({ depth, letter }) => depth === 1 && letter === ',');
  if (before && letters.slice(before.at + 1, last.at).join('').trim() === '') blank(before.at, before.at + 1);
}

/** A bracket, comma or `as`, with how many brackets are open around it. */
type Mark = { at: number; letter: string; depth: number };

/** Where the head of a `with` ends, and what of it matters; null when it has no end. */
function headOf({ letters, from }: { letters: string[]; from: number }): { colon: number; marks: Mark[] } | null {
  const marks: Mark[] = [];
  let depth = 0;
  for (let at = from; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (letter === '"' || letter === "'") {
      const end = letters.findIndex((other, index) => index > at && (other === '\n' || (other === letter && letters[index - 1] !== '\\')));
      if (end < 0) return null;
      at = end;
    } else if (letter === '#') {
      while (at + 1 < letters.length && letters[at + 1] !== '\n') at += 1;
    } else if (OPENING.includes(letter)) {
      marks.push({ at, letter, depth });
      depth += 1;
    } else if (CLOSING.includes(letter)) {
      depth -= 1;
      marks.push({ at, letter, depth });
    } else if (letter === ',') marks.push({ at, letter, depth });
    else if (letter === 'a' && /^\Was\s$/.test(letters.slice(at - 1, at + 3).join(''))) marks.push({ at, letter: 'as', depth });
    else if (letter === ':' && depth === 0) return { colon: at, marks };
    else if (letter === '\n' && depth === 0) return null;
  }
  return null;
}
