// npm run bench:grading [-- --json] [-- --rounds=40]: what a verdict costs, against a plain fork and a fresh container.
import fs from 'node:fs';
import os from 'node:os';
import { type GradingJob, gradeOn } from '../../lib/grading/internal/grading-run';
import { createSandbox } from '../../lib/grading/internal/sandbox';
import { SandboxContainer } from '../../lib/grading/internal/sandbox-container';
import type { SandboxImage } from '../../lib/grading/internal/sandbox-image';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { FLOOR_METHOD, startFloor } from './grading/floor';
import { imageFiles } from './grading/image-files';
import { median, p95, rounded, shuffled } from './statistics';

const WARM_UP_ROUNDS = 5;
/** Between two measurements, so that what one leaves to be done in the background is not charged to the next. */
const PAUSE_MS = 40;

const asJson = process.argv.includes('--json');
const rounds = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.split('=')[1] ?? 40);
if (asJson) console.log = console.error; // standard output is for the one object

const dataDir = resolveDataDir(process.env.DATA_DIR);
const { image, reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
if (!image) throw new Error(reason);

const job: GradingJob = { code: read('submission.py'), checks: read('checks.py'), seed: 1 };
const sandbox = createSandbox({ dataDir, slots: 1 });
await sandbox.start();
if (!sandbox.status().open) throw new Error(sandbox.status().reason ?? 'the sandbox is closed');
const files = await imageFiles({ image, dataDir });
const floor = await startFloor(files.rootfs);
const phases: Record<string, number[]> = {};

type Round = { floor: number; warm: number; cold: number };

const variants: Record<keyof Round, (seed: number) => Promise<boolean>> = {
  floor: (seed) => floor.grade({ ...job, seed }),
  warm: async (seed) => {
    const result = await sandbox.grade({ ...job, seed });
    for (const [phase, ms] of Object.entries(result.phases)) (phases[phase] ??= []).push(ms);
    return result.checks.length === 5 && result.checks.every(({ status }) => status === 'passed');
  },
  cold: (seed) => gradeCold({ image, seed }),
};

/** Fresh containers for one submission: the program's and, beside it, the checks'. */
async function gradeCold({ image, seed }: { image: SandboxImage; seed: number }): Promise<boolean> {
  const [learner, checker] = await Promise.all([SandboxContainer.start({ image, role: 'learner' }), SandboxContainer.start({ image, role: 'checker' })]);
  const { checks } = await gradeOn({ learner, checker }, { ...job, seed });
  learner.destroy();
  checker.destroy();
  return checks.length === 5 && checks.every(({ status }) => status === 'passed');
}

const measured: Round[] = [];
for (let round = 0; round < WARM_UP_ROUNDS + rounds; round += 1) {
  const took: Round = { floor: 0, warm: 0, cold: 0 };
  for (const name of shuffled(Object.keys(variants) as (keyof Round)[])) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const began = performance.now();
    const passed = await variants[name](round);
    took[name] = performance.now() - began;
    if (!passed) throw new Error(`round ${round}: ${name} gave a wrong verdict`);
  }
  if (round >= WARM_UP_ROUNDS) measured.push(took);
}
floor.close();
files.remove();
await sandbox.close();

/**
 * A figure's median under its own name, and beside it its 95th percentile: the slow end of times and of the ratio, the
 * good end of the speedup. A quotient is taken within each round, where both sides met the same machine.
 */
function figure({ name, digits, of }: { name: string; digits: number; of: (round: Round) => number }): Record<string, number> {
  const values = measured.map(of);
  return { [name]: rounded(median(values), digits), [`${name}_p95`]: rounded(p95(values), digits) };
}

const report = {
  ...figure({ name: 'floor_ms', digits: 1, of: ({ floor }) => floor }),
  ...figure({ name: 'warm_ms', digits: 1, of: ({ warm }) => warm }),
  ...figure({ name: 'cold_ms', digits: 1, of: ({ cold }) => cold }),
  ...figure({ name: 'ratio_to_floor', digits: 2, of: ({ floor, warm }) => warm / floor }),
  ...figure({ name: 'speedup_vs_cold', digits: 2, of: ({ warm, cold }) => cold / warm }),
  phases: Object.fromEntries(Object.entries(phases).map(([name, values]) => [`${name}_ms`, rounded(median(values))])),
  rounds,
  engine: image.engine,
  floor_method: FLOOR_METHOD,
  image_hash: image.imageHash,
  cpus: os.availableParallelism(),
  load_average: rounded(os.loadavg()[0] ?? 0),
};
if (asJson) process.stdout.write(`${JSON.stringify(report)}\n`);
else console.table(Object.entries(report).map(([name, value]) => ({ figure: name, value: typeof value === 'object' ? JSON.stringify(value) : value })));
process.exit(0);

function read(name: string): string {
  return fs.readFileSync(`scripts/bench/grading/${name}`, 'utf8');
}
