import { describe, expect, it } from 'vitest';
import { visiblePart } from './visible-part';

const HEAD = 'from coursewright import check, expect_equal, fail\n';
const visible = '@check("seen", visible=True)\ndef seen(client, rng):\n    client.get(f"/{word(rng)}").expect_text(HELLO)\n';
const hidden = '@check("not seen")\ndef not_seen(client):\n    fail("secret words")\n';
const part = (code: string) => visiblePart(code);

describe('the visible part of checks', () => {
  it('holds the visible checks and, through any number of others, what they need', () => {
    const { names, text, helpers, faults } = part(`${HEAD}import string\n\nLETTERS = string.ascii_lowercase\nHELLO: str = "Hello"\n\n\ndef letters(rng):\n    return rng.choices(LETTERS, k=8)\n\n\ndef word(rng):\n    return "".join(letters(rng))\n\n\n${visible}\n\n${hidden}`);
    expect(faults).toEqual([]);
    expect(names).toEqual(['seen']);
    expect(helpers).toEqual(['LETTERS', 'HELLO', 'letters', 'word']);
    expect(text).toBe(`from coursewright import check\n\nimport string\n\nLETTERS = string.ascii_lowercase\n\nHELLO: str = "Hello"\n\ndef letters(rng):\n    return rng.choices(LETTERS, k=8)\n\ndef word(rng):\n    return "".join(letters(rng))\n\n${visible}`);
  });

  it('is empty, and no fault, where nothing is visible', () => {
    expect(part(`${HEAD}print("anything may stand here")\n${hidden}`)).toEqual({ names: [], text: '', helpers: [], faults: [] });
  });

  /** Everything that only a hidden check has: SECRET must not leave. */
  const leaks: [string, string][] = [
    ['code and strings of a hidden check', '@check("SECRET name", points=2)\ndef SECRET(client):\n    client.get("/SECRET").expect_text("SECRET")\n'],
    ['a helper that only hidden checks use', 'def SECRET_helper():\n    return 1\n\n@check("b")\ndef b(client):\n    SECRET_helper()\n'],
    ['a constant that only hidden checks use', 'SECRET = {"SECRET": 1}\n@check("b")\ndef b(client):\n    client.get(SECRET)\n'],
    ['an import that only hidden checks use', 'import SECRET\nfrom m import SECRET_too\n@check("b")\ndef b(client):\n    SECRET.x, SECRET_too\n'],
    ['the docstring of the file', '"""SECRET"""\n'],
    ['comments between, above and beside', '# SECRET\n\nHELLO = "x"  # SECRET\n# SECRET\n'],
    ['comments and docstrings in what is visible', 'def word(rng):\n    """SECRET"""\n    # SECRET\n    return "a"  # SECRET\n'],
    ['a class that only hidden checks use, with its decorator', '@SECRET("x")\nclass SECRET_too:\n    """x"""\n    y = "SECRET"\n'],
    ['a name that a visible check only has as a local variable', 'def local():\n    return "SECRET"\n\n@check("v", visible=True)\ndef v(client):\n    local = 1\n    for other in (local, local):\n        pass\n    with client as third, client as (fourth, fifth):\n        pass\n\ndef other(): return "SECRET"\n\nthird = fourth = fifth = "SECRET"\n'],
    ['a name that is only a parameter, a keyword or an attribute', 'data = "SECRET"\nclient = "SECRET"\ntext = "SECRET"\nrest = "SECRET"\nmore = "SECRET"\n@check("v", visible=True)\ndef v(client):\n    def f(rest, *more, **data): return rest, more, data\n    client.text.data(data=1)\n    (lambda data: data)(1)\n'],
    ['a name that is only in a comprehension, a pattern, an error or a walrus', 'a = b = c = d = e = f = "SECRET"\n@check("v", visible=True)\ndef v(client):\n    [a for a in client if a]\n    {b: b for b in client}\n    any(c for c in client)\n    match client:\n        case {"x": d, **e}: d, e\n    try: pass\n    except ValueError as f: f\n'],
    ['a check by the long name of the decorator', 'import coursewright\n@coursewright.check("SECRET")\ndef b(client):\n    pass\n'],
    ['a check whose name is no plain string', '@check(f"SECRET", visible=True)\ndef b(client):\n    pass\n'],
  ];
  it.each(leaks)('never holds %s', (_, more) => {
    const helpers = more.includes('def word') ? '' : 'def word(rng):\n    return "a"\n';
    const { text, names } = part(`${more.startsWith('"""') ? more : ''}${HEAD}HELLO = "Hello"\n${helpers}${more.startsWith('"""') ? '' : more}\n${visible}`);
    expect(text).not.toContain('SECRET');
    if (names.length > 0) expect(text).toContain('@check("seen", visible=True)');
  });

  it('knows what a piece of Python needs of the outside', () => {
    const body = [
      'x = A1', 'y = [i for i in A2 if i in A3]', 'i = [A4 for A4 in A4]', 'f = lambda n=A5: n + A6', 'def g(n: A7 = A8) -> A9: return n', 'class K(A10, meta=A11):\n        z = A12\n        def m(self): return z',
      'global A13', 'A13 = 1', 'f"{A14:>{A15}}"', 'A16.b = A17[A18]', 'with A19 as w: pass', 'match x:\n        case A20.ONE: pass\n        case A21(k=v): pass', 'del A22[0]', 'print(u := A23)', '{**A24, "k": A25}', 'call(*A26, k=A27)', '(t for t in A28)',
    ].map((line) => `    ${line}\n`).join('');
    const wanted = Array.from({ length: 28 }, (_, index) => `A${index + 1}`).filter((name) => name !== 'A20').concat('A20', 'z');
    const constants = wanted.map((name) => `${name} = 1\n`).join('');
    const { helpers, faults } = part(`from coursewright import check\n${constants}unused = 1\n@check("v", visible=True)\ndef v(client):\n${body}`);
    expect(faults).toEqual([]);
    expect([...helpers].sort()).toEqual([...wanted].sort());
  });

  it('imports alone what is needed of an import, however it is written', () => {
    const { text } = part('from __future__ import annotations\nfrom coursewright import (  # words\n    check,\n    fail as no,\n    expect,\n)\nimport html.parser, re as r, \\\n    json\n@check("v", visible=True)\ndef v(client):\n    no(r, html.parser)\n');
    expect(text.split('\n\n').slice(0, 3)).toEqual(['from __future__ import annotations', 'from coursewright import check\nfrom coursewright import fail as no', 'import html.parser\nimport re as r']);
  });

  it('keeps a text of several lines as it is, with what looks like a comment in it', () => {
    const { text } = part(`${HEAD}HELLO = """a  \n# no comment\n"""\ndef word(rng): return HELLO\n${visible}`);
    expect(text).toContain('HELLO = """a  \n# no comment\n"""\n');
  });

  const refused: [string, string, number, string][] = [
    ['a statement that does something', 'HELLO.append(1)\n', 2, 'cannot be told'],
    ['a condition', 'if True:\n    HELLO = 1\n', 2, 'cannot be told'],
    ['a change of a part', 'HELLO["a"] = 1\n', 2, 'cannot be told'],
    ['a change of a part in a tuple', 'a, HELLO["a"] = 1, 2\n', 2, 'cannot be told'],
    ['two statements on a line', 'a = 1; b = 2\n', 2, 'cannot be told'],
    ['an addition', 'HELLO += "x"\n', 2, 'cannot be told'],
    ['an import of everything', 'from m import *\n', 2, 'import of *'],
    ['names that are assigned together, one of them for hidden checks', 'HELLO, SECRET = 1, 2\n', 2, 'SECRET would become public'],
    ['a need of a hidden check', '@check("b")\ndef HELLO(client):\n    pass\n', 5, '"HELLO", which is a hidden check'],
    ['Python that cannot be read', 'def broken(:\n    pass\n', 2, 'does not look like Python'],
    ['a visible check inside of something', 'class A:\n    @check("in", visible=True)\n    def b(client): pass\n', 1, 'inside something else'],
  ];
  it.each(refused)('is nothing, with the reason, where there is %s', (_, more, line, message) => {
    const { text, names, faults } = part(`${HEAD}${more}${visible}`);
    expect({ text, names }).toEqual({ text: '', names: [] });
    expect(faults).toContainEqual(expect.objectContaining({ line, message: expect.stringContaining(message) }));
  });
});
