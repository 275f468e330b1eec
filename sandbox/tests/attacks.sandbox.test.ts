// The cases of `npm run test:attacks`, on the engine in use; that command runs them on every engine of the machine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Arena, type AttackReport } from '../../scripts/attacks/arena';
import { attackCases } from '../../scripts/attacks/cases';
import { prepareSandbox } from '../../scripts/prepare-sandbox';
import { resolveDataDir } from '../../scripts/steps/data-dir';

const CONTAINED = { forged: false, nextJobOk: true, problems: [] };
const cases = attackCases();
/** Two at a time, in containers of their own: many cases only wait for their time to be up. */
const ARENAS = 2;

let arenas: Arena[];
let identity: Awaited<ReturnType<Arena['identity']>>;
let over = false;
const reports = new Map<string, Promise<AttackReport>>();
beforeAll(async () => {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  const { image, reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!image) throw new Error(reason);
  arenas = Array.from({ length: ARENAS }, () => new Arena({ image, dataDir }));
  identity = await (arenas[0] as Arena).identity();
  const ends = arenas.map(() => Promise.resolve() as Promise<unknown>);
  for (const [index, attack] of cases.entries()) {
    const lane = index % ARENAS;
    const report = (ends[lane] as Promise<unknown>).then(() => (over ? Promise.reject(new Error('not wanted any more')) : (arenas[lane] as Arena).run(attack)));
    reports.set(attack.name, report);
    ends[lane] = report.catch(() => undefined); // its own test tells
  }
});
afterAll(async () => {
  over = true; // also when only some of the tests were asked for
  await Promise.allSettled(reports.values());
  for (const arena of arenas) expect(await arena.close()).toEqual([]);
});

it('the container is nobody on the host, and may do nothing special', () => {
  const { uid, capabilities, noNewPrivileges } = identity;
  expect({ root: uid === 0, capabilities, noNewPrivileges }).toEqual({ root: false, capabilities: '0', noNewPrivileges: true });
});

describe('a hostile submission gets what its docstring says, the next honest one passes in the same container, and the host is as before', () => {
  it.each(cases)('$name', async (attack) => {
    const report = (await reports.get(attack.name)) as AttackReport;
    expect(report, report.problems.join('; ')).toMatchObject(CONTAINED);
  });

  it('the second of two programs finds nothing of the first in its memory', async () => {
    for (const attack of cases.filter(({ name }) => name.startsWith('memory-of-the-job-before'))) {
      for (const _ of [1, 2, 3]) expect(await (arenas[0] as Arena).run(attack)).toMatchObject(CONTAINED);
    }
  });
});
