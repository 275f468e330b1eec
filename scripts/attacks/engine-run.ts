import type { EngineName, SandboxImage } from '../../lib/grading/internal/sandbox-image';
import { selfTest } from '../../lib/grading/internal/self-test';
import { makeImage } from '../prepare-sandbox';
import { answers } from '../sandbox/choose-engine';
import { isRoot } from '../steps/data-dir';
import { Arena, type AttackReport } from './arena';
import type { AttackCase } from './cases';

export type Figures = {
  attacks: number;
  contained: number;
  forged: number;
  next_job_ok: number;
  /** containers replaced because a limit was hit in them; each passed an honest job first */
  retired: number;
  zygote_grew_kb: number;
  container_grew_kb: number;
  uid: number;
  capabilities: string;
  namespaces: boolean;
  landlock: number;
  seconds: number;
};
export type Failure = { name: string; problems: string[] };
/** What came of one engine: figures, or why it could not be tried. */
export type EngineReport = { engine: EngineName; figures: Figures | null; missing: string | null; failures: Failure[] };

/** The Debian package that brings each engine. */
const PACKAGES: Record<EngineName, string> = { docker: 'docker.io', podman: 'podman', runc: 'runc', bubblewrap: 'bubblewrap uidmap' };

const howToHave = (engine: EngineName): string =>
  engine === 'runc' && !isRoot ? 'needs root' : `does not answer here; on Debian: apt-get install ${PACKAGES[engine]}, and start it`;

/** An engine with its image, or why it cannot be tried. */
export type Prepared = { engine: EngineName; image: SandboxImage | null; missing: string | null };

/** Makes the image for an engine; the one that graders use stays as it is. Never throws. */
export async function prepareEngine({ engine, dataDir, say }: { engine: EngineName; dataDir: string; say: (line: string) => void }): Promise<Prepared> {
  if (!(await answers(engine))) return { engine, image: null, missing: howToHave(engine) };
  try {
    const { image } = await makeImage({ dataDir, wanted: engine, runtime: process.env.SANDBOX_RUNTIME || null, keep: false, progress: say });
    return { engine, image, missing: null };
  } catch (error) {
    return { engine, image: null, missing: messageOf(error) };
  }
}

/** Runs every case on one engine, between two self-tests. Never throws: an engine that fails has it among its failures. */
export async function attackEngine({ engine, image, missing, cases, dataDir, say }: Prepared & { cases: AttackCase[]; dataDir: string; say: (line: string) => void }): Promise<EngineReport> {
  if (!image) return { engine, figures: null, missing, failures: [] };
  const arena = new Arena({ image, dataDir });
  try {
    return await attack({ arena, engine, cases, say });
  } catch (error) {
    return { engine, figures: null, missing: null, failures: [{ name: 'the engine', problems: [messageOf(error)] }] };
  } finally {
    await arena.close();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function attack({ arena, engine, cases, say }: { arena: Arena; engine: EngineName; cases: AttackCase[]; say: (line: string) => void }): Promise<EngineReport> {
  const began = performance.now();
  const { uid, capabilities, namespaces, landlock } = await arena.identity();
  const failures: Failure[] = [];
  const around = async (when: string) => {
    const problem = await selfTest((job) => arena.grade(job));
    if (problem) failures.push({ name: `the self-test ${when}`, problems: [problem] });
  };
  if (uid === 0 || capabilities !== '0') failures.push({ name: 'the container', problems: [`runs as uid ${uid} with capabilities ${capabilities}`] });
  await around('before');
  const reports: AttackReport[] = [];
  for (const one of cases) {
    const report = await arena.run(one);
    reports.push(report);
    if (report.problems.length > 0) failures.push({ name: report.name, problems: report.problems });
    say(`  ${engine} ${reports.length}/${cases.length} ${report.problems.length > 0 ? '✗' : '✓'} ${report.name}: ${report.verdict}`);
  }
  await around('after');
  const left = await arena.close();
  if (left.length > 0) failures.push({ name: 'after all', problems: left });
  const count = (good: (report: AttackReport) => boolean) => reports.filter(good).length;
  const figures: Figures = {
    attacks: cases.length,
    contained: count(({ problems, forged }) => problems.length === 0 && !forged),
    forged: count(({ forged }) => forged),
    next_job_ok: count(({ nextJobOk }) => nextJobOk),
    retired: count(({ retired }) => retired),
    zygote_grew_kb: arena.most.zygote,
    container_grew_kb: arena.most.container,
    uid,
    capabilities,
    namespaces,
    landlock,
    seconds: Math.round((performance.now() - began) / 1000),
  };
  return { engine, figures, missing: null, failures };
}
