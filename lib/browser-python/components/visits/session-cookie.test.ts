import { describe, expect, it } from 'vitest';
import { forgeSession, readSession } from './session-cookie';

// made by Flask 3.1 with the key "k" at 2026-01-01
const SHORT = 'eyJyb2xlIjoiY2xlcmsiLCJuIjozfQ.aVW5AA.-foliZ9HAbjtyLUakrmJIkQX9h4';
const LONG = '.eJyrVipOTc1TsopWiik1MEi1VNJRSkxKTklNS88YZQ4lZmwtADpqlQ0.aVW5AA.P_MuHAJwIRZT5AdK48TZMGfSJVA';

describe('a session cookie', () => {
  it('is read without the key', async () => {
    expect(await readSession(SHORT)).toEqual({ data: '{\n  "role": "clerk",\n  "n": 3\n}', signedAt: Date.UTC(2026, 0, 1), seal: '.aVW5AA.-foliZ9HAbjtyLUakrmJIkQX9h4' });
  });

  it('is read when Flask has compressed it', async () => {
    const session = await readSession(LONG);
    expect(JSON.parse(session?.data ?? '')).toEqual({ seen: ['é', ...Array<string>(40).fill('abcdefgh')] });
  });

  it('is forged under the old seal', async () => {
    const forged = forgeSession('{ "role": "manager", "name": "é?>" }', '.aVW5AA.seal');
    expect(forged).toMatch(/^[\w-]+\.aVW5AA\.seal$/);
    expect(JSON.parse((await readSession(forged))?.data ?? '')).toEqual({ role: 'manager', name: 'é?>' });
    expect(forgeSession((await readSession(SHORT))?.data ?? '', '.x.y')).toBe('eyJyb2xlIjoiY2xlcmsiLCJuIjozfQ.x.y');
  });

  it.each(['', 'sv', 'a.b.c', 'IjEi.aVW5AA.x', '.bm90IHpsaWI.aVW5AA.x', 'eyJ.eyJ.eyJ', 'one.two'])('is not in %j', async (value) => expect(await readSession(value)).toBeNull());

  it('cannot be forged with what is no JSON', () => expect(() => forgeSession('{role: 1}', '.a.b')).toThrow(SyntaxError));
});
