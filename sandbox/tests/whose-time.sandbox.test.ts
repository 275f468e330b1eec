import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../lib/grading/internal/sandbox';
import { inWords, openSandbox } from './opened';

const CODE = 'from flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef i():\n    return "hi"\n@app.get("/slow")\ndef slow():\n    import time\n    time.sleep(2)\n    return "hi"\n';
/** longer than a program may run: as when the checks, or we, get no turn on a busy machine */
const LATE = 'import time\nfrom coursewright import check\n@check("answers")\ndef answers(client):\n    time.sleep(6)\n    client.get("/").expect_body("hi")\n';
const OFTEN = 'from coursewright import check\n@check("answers")\ndef answers(client):\n    for _ in range(4):\n        client.get("/slow")\n';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

describe('a program’s time', () => {
  it('does not run while nobody waits for the program', async () => {
    expect(inWords(await sandbox.grade({ code: CODE, checks: LATE, seed: 1 }))).toBe('passed');
  });

  it('adds up over what it is asked, and it is told where it was', async () => {
    const result = await sandbox.grade({ code: CODE, checks: OFTEN, seed: 1 });
    expect(inWords(result)).toBe('over-limit time');
    expect(result.error).toMatchObject({ type: 'TimeLimit', line: 9 });
  });
});
