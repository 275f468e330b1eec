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
if (!image.rootfs) throw new Error(`The floor needs the image as files; set SANDBOX_ENGINE=bubblewrap (this image is for ${image.engine}).`);

const job: GradingJob = { code: read('submission.py'), checks: read('checks.py'), seed: 1 };
const sandbox = createSandbox({ dataDir, slots: 1 });
await sandbox.start();
if (!sandbox.status().open) throw new Error(sandbox.status().reason ?? 'the sandbox is closed');
const floor = await startFloor(image.rootfs);
const phases: Record<string, number[]> = {};

const variants: Record<string, (seed: number) => Promise<boolean>> = {
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

const times: Record<string, number[]> = { floor: [], warm: [], cold: [] };
for (let round = 0; round < WARM_UP_ROUNDS + rounds; round += 1) {
  for (const name of shuffled(Object.keys(variants))) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const began = performance.now();
    const passed = await variants[name]?.(round);
    const took = performance.now() - began;
    if (!passed) throw new Error(`round ${round}: ${name} gave a wrong verdict`);
    if (round >= WARM_UP_ROUNDS) times[name]?.push(took);
  }
}
floor.close();
await sandbox.close();

const of = (name: string) => times[name] ?? [];
const report = {
  floor_ms: rounded(median(of('floor'))),
  floor_p95_ms: rounded(p95(of('floor'))),
  warm_ms: rounded(median(of('warm'))),
  warm_p95_ms: rounded(p95(of('warm'))),
  cold_ms: rounded(median(of('cold'))),
  cold_p95_ms: rounded(p95(of('cold'))),
  ratio_to_floor: rounded(median(of('warm')) / median(of('floor')), 2),
  speedup_vs_cold: rounded(median(of('cold')) / median(of('warm')), 2),
  phases: Object.fromEntries(Object.entries(phases).map(([name, values]) => [`${name}_ms`, rounded(median(values))])),
  rounds,
  engine: image.engine,
  floor_method: FLOOR_METHOD,
  image_hash: image.imageHash,
  cpus: os.availableParallelism(),
  load_average: rounded(os.loadavg()[0] ?? 0),
};
if (asJson) process.stdout.write(`${JSON.stringify(report)}\n`);
else console.table(Object.entries(report).map(([figure, value]) => ({ figure, value: typeof value === 'object' ? JSON.stringify(value) : value })));
process.exit(0);

function read(name: string): string {
  return fs.readFileSync(`scripts/bench/grading/${name}`, 'utf8');
}
