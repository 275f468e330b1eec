// The cases of `npm run test:attacks`, on the engine in use; that command runs them on every engine of the machine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Arena } from '../../scripts/attacks/arena';
import { attackCases } from '../../scripts/attacks/cases';
import { prepareSandbox } from '../../scripts/prepare-sandbox';
import { resolveDataDir } from '../../scripts/steps/data-dir';

const CONTAINED = { forged: false, nextJobOk: true, problems: [] };
const cases = attackCases();

let arena: Arena;
beforeAll(async () => {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  const { image, reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!image) throw new Error(reason);
  arena = new Arena({ image, dataDir });
});
afterAll(async () => expect(await arena.close()).toEqual([]));

it('the container is nobody on the host, and may do nothing special', async () => {
  const { uid, capabilities, noNewPrivileges } = await arena.identity();
  expect({ root: uid === 0, capabilities, noNewPrivileges }).toEqual({ root: false, capabilities: '0', noNewPrivileges: true });
});

describe('a hostile submission gets what its docstring says, the next honest one passes in the same container, and the host is as before', () => {
  it.each(cases)('$name', async (attack) => {
    const report = await arena.run(attack);
    expect(report, report.problems.join('; ')).toMatchObject(CONTAINED);
  });

  it('the second of two programs finds nothing of the first in its memory', async () => {
    for (const attack of cases.filter(({ name }) => name.startsWith('memory-of-the-job-before'))) {
      for (const _ of [1, 2, 3]) expect(await arena.run(attack)).toMatchObject(CONTAINED);
    }
  });
});
