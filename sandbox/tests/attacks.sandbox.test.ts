import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { folders, gradeHonest, inWords, openSandbox, read } from './opened';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const temporaryFiles = () => fs.readdirSync('/tmp').filter((name) => /^(fill|file|left-behind|shadowed)/.test(name));

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];

describe('a hostile submission gets what its docstring says, and the next honest one passes', () => {
  it.each(folders('attacks'))('%s', async (name) => {
    const code = read('attacks', name, 'program.py');
    const expected = /^expect: (.+)$/m.exec(code)?.[1];
    expect(expected, 'the docstring has a line "expect: …"').toBeDefined();
    const before = temporaryFiles();
    const result = await sandbox.grade({ code, checks: read('attacks', 'checks.py'), seed: Math.floor(Math.random() * 1e9) });
    expect({ verdict: inWords(result), result: inWords(result) === expected ? null : result }).toEqual({ verdict: expected, result: null });
    expect(textsOf(result).filter((text) => /\0|\p{Surrogate}/u.test(text))).toEqual([]);
    expect(inWords(await gradeHonest(sandbox))).toBe('passed');
    expect(temporaryFiles()).toEqual(before);
  });

  it('the second of two programs finds nothing of the first in its memory', async () => {
    const job = { code: read('attacks', 'memory-of-the-job-before', 'program.py'), checks: read('attacks', 'checks.py'), seed: 1 };
    for (const _ of [1, 2, 3]) expect(inWords(await sandbox.grade(job))).toBe('passed');
  });

  it('left the sandbox open', () => expect(sandbox.status().open).toBe(true));
});
