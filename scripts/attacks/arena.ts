// One engine's ring: a learner's and a checker's container, in which one hostile program after the other is graded.
import type { GradingJob } from '../../lib/grading/internal/grading-run';
import { gradeOn } from '../../lib/grading/internal/grading-run';
import { SandboxContainer } from '../../lib/grading/internal/sandbox-container';
import type { SandboxImage } from '../../lib/grading/internal/sandbox-image';
import type { SandboxResult } from '../../lib/grading/schema';
import { type AttackCase, HONEST, inWords, read } from './cases';
import { differences, type HostState, takeStock } from './host-state';
import { allProcesses, familyOf, findZygote, readOf } from './processes';

const END_MS = 3000;
/** for the next child to be forked, and for a killed container to go */
const SETTLE_MS = 5000;
const LOOK_MS = 20;

/** What came of one attack. `problems` is empty when it was contained and left nothing behind. */
export type AttackReport = {
  name: string;
  verdict: string;
  forged: boolean;
  /** the next honest job, in the same container */
  nextJobOk: boolean;
  /** the attack hit a limit or broke the rules, so its container is replaced by design, after the honest job has passed in it */
  retired: boolean;
  problems: string[];
  result: Findings | null;
};

type Findings = Pick<SandboxResult, 'outcome' | 'limit' | 'checks' | 'stdout' | 'stderr' | 'error' | 'fault'>;
type Ring = { learner: SandboxContainer; checker: SandboxContainer; zygote: number; baseline: HostState['memoryKb'] };

export class Arena {
  /** the most a container held more than after its first job */
  readonly most = { zygote: 0, container: 0 };
  retired = 0;
  private ring: Ring | null = null;
  private readonly names: string[] = [];

  constructor(private readonly options: { image: SandboxImage; dataDir: string }) {}

  /** Grades any job in the ring. @throws ContainerFault when a container fails */
  async grade(job: GradingJob): Promise<Findings> {
    return this.gradeIn(await this.open(), job);
  }

  /** Runs one attack, then an honest job in the same container, then looks for what is not as it was. */
  async run({ name, code, checks, expected, forges }: AttackCase): Promise<AttackReport> {
    const ring = await this.open();
    const before = await this.stockAtRest(ring);
    const problems: string[] = [];
    let result: Findings | null = null;
    let verdict: string;
    try {
      result = await this.gradeIn(ring, { code, checks, seed: Math.floor(Math.random() * 1e9) });
      verdict = inWords(result);
    } catch (error) {
      verdict = `the container failed: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (!expected.includes(verdict)) problems.push(`${verdict} instead of ${expected.join(' or ')}`);
    if (textsOf(result).some((text) => /\0|\p{Surrogate}/u.test(text))) problems.push('NUL or half a surrogate pair in the result');
    const forged = (verdict === 'passed' && !expected.includes('passed')) || (forges && result?.checks[0]?.status === 'passed');
    const retired = ring.learner.worn || ring.checker.worn;
    const next = await this.honestVerdict(ring);
    if (next !== 'passed') problems.push(`the next honest job: ${next}`);
    problems.push(...(await this.changes(ring, before)));
    if (retired || next !== 'passed') await this.retire(ring);
    return { name, verdict, forged, nextJobOk: next === 'passed', retired, problems, result };
  }

  /** Stops the containers. @returns what is left of them on the host */
  async close(): Promise<string[]> {
    if (this.ring) await this.retire(this.ring);
    return this.names.filter((name) => findZygote(name) !== null).map((name) => `container ${name} still runs`);
  }

  /** Who the learner's container is on the host: its uid and its capabilities, all sets in one number. */
  async identity(): Promise<{ uid: number; capabilities: string; noNewPrivileges: boolean; namespaces: boolean; landlock: number }> {
    const { zygote, learner } = await this.open();
    const status = readOf(zygote, 'status');
    const sets = ['CapInh', 'CapPrm', 'CapEff', 'CapAmb'].map((set) => BigInt(`0x${new RegExp(`^${set}:\\s+(\\w+)`, 'm').exec(status)?.[1] ?? 'f'}`));
    return {
      uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? -1),
      capabilities: sets.reduce((all, set) => all | set, 0n).toString(16),
      noNewPrivileges: /^NoNewPrivs:\s+1/m.test(status),
      namespaces: learner.facts?.namespaces ?? false,
      landlock: learner.facts?.landlock ?? 0,
    };
  }

  private async open(): Promise<Ring> {
    if (this.ring) return this.ring;
    const { image } = this.options;
    const [learner, checker] = await Promise.all([SandboxContainer.start({ image, role: 'learner' }), SandboxContainer.start({ image, role: 'checker' })]);
    this.names.push(learner.name, checker.name);
    const zygote = findZygote(learner.name);
    if (zygote === null) throw new Error(`the Python of container ${learner.name} is not among this machine's processes`);
    const ring: Ring = { learner, checker, zygote, baseline: { zygote: 0, container: 0 } };
    const first = await this.honestVerdict(ring);
    if (first !== 'passed') throw new Error(`an honest job in a new container: ${first}`);
    return (this.ring = { ...ring, baseline: (await this.stockAtRest(ring)).memoryKb });
  }

  private async gradeIn({ learner, checker }: Ring, job: GradingJob): Promise<Findings> {
    try {
      return await gradeOn({ learner, checker }, job);
    } finally {
      await Promise.allSettled([learner.endJob(END_MS), checker.endJob(END_MS)]);
    }
  }

  private async honestVerdict(ring: Ring): Promise<string> {
    try {
      return inWords(await this.gradeIn(ring, { code: HONEST, checks: read('checks.py'), seed: 7 }));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Once the process of the next job waits: the zygote makes it after it has told of the end of the last. */
  private async stockAtRest(ring: Ring): Promise<HostState> {
    let now = this.stock(ring);
    await settled(() => {
      const last = now;
      now = this.stock(ring);
      const waits = [...now.processes.values()].some(({ parent }) => parent === ring.zygote);
      return waits && now.family.descriptors === last.family.descriptors && now.family.count === last.family.count;
    });
    return now;
  }

  private stock({ zygote }: Ring): HostState {
    return takeStock({ zygote, ...this.options });
  }

  /** What differs once the container has come to rest. */
  private async changes(ring: Ring, before: HostState): Promise<string[]> {
    let after = this.stock(ring);
    await settled(() => {
      after = this.stock(ring);
      return differences(before, after, ring.baseline).length === 0;
    });
    for (const kind of ['zygote', 'container'] as const) this.most[kind] = Math.max(this.most[kind], after.memoryKb[kind] - ring.baseline[kind]);
    return differences(before, after, ring.baseline);
  }

  private async retire(ring: Ring): Promise<void> {
    const members = familyOf(ring.zygote).members.map(({ pid, startedAt }) => ({ pid, startedAt }));
    ring.learner.destroy();
    ring.checker.destroy();
    this.retired += 1;
    this.ring = null;
    const gone = () => {
      const running = allProcesses();
      return members.every(({ pid, startedAt }) => running.get(pid)?.startedAt !== startedAt);
    };
    if (!(await settled(gone))) throw new Error(`container ${ring.learner.name} was stopped, and its processes still run`);
  }
}

async function settled(condition: () => boolean): Promise<boolean> {
  for (const end = Date.now() + SETTLE_MS; Date.now() < end; ) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return condition();
}

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
