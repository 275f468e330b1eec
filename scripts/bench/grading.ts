// npm run bench:grading [-- --json] [-- --rounds=40]: what a verdict costs, against a plain fork and against fresh containers,
// and how many come per second. Everything grades the same exercise; rounds are interleaved.
import os from 'node:os';
import { createSandbox, defaultSlots } from '../../lib/grading/internal/sandbox';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { findBubblewrapRival, findContainerRival } from './grading/cold';
import { figure, mediansOf, type Round } from './grading/figures';
import { FLOOR_METHOD, gradeWithAny, startFloor } from './grading/floor';
import { startHttp } from './grading/http';
import { imageFiles } from './grading/image-files';
import { bestCount, compareThroughput } from './grading/throughput';
import { EXERCISE_ID, nextJob } from './grading/work';
import { rounded, shuffled } from './statistics';

const WARM_UP_ROUNDS = 5;
/** Between two measurements, so that what one leaves to be done in the background is not charged to the next. */
const PAUSE_MS = 40;
const CLIENTS = 4;

const asJson = process.argv.includes('--json');
const rounds = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.split('=')[1] ?? 40);
if (asJson) console.log = console.error; // standard output is for the one object
const say = (text: string) => console.error(`  ${text}`);

/** What has to be taken away at the end, last made first. */
const made: (() => unknown)[] = [];
async function cleanUp(): Promise<void> {
  for (const remove of made.splice(0).reverse()) await Promise.resolve(remove()).catch((error: unknown) => say(`cleaning up: ${String(error)}`));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cleanUp().finally(() => process.exit(1)));

async function measure(): Promise<Record<string, unknown>> {
  const dataDir = resolveDataDir(process.env.DATA_DIR);
  const { image, reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
  if (!image) throw new Error(reason);
  const http = await startHttp();
  made.push(http.stop);
  const slots = defaultSlots(undefined);
  const sandbox = createSandbox({ dataDir, slots });
  made.push(sandbox.close);
  await sandbox.start();
  if (!sandbox.status().open) throw new Error(sandbox.status().reason ?? 'the sandbox is closed');
  const files = await imageFiles({ image, dataDir });
  made.push(files.remove);
  const floors = await Promise.all(Array.from({ length: CLIENTS }, () => startFloor(files.rootfs)));
  made.push(() => floors.forEach((floor) => floor.close()));
  const rivals = { cold: await findContainerRival({ image, rootfs: files.rootfs }), bwrapCold: await findBubblewrapRival({ rootfs: files.rootfs }) };
  for (const rival of Object.values(rivals)) if (rival) made.push(rival.remove);

  const gradeWarm = async () => {
    const { checks } = await sandbox.grade(nextJob());
    return checks.length > 0 && checks.every(({ status }) => status === 'passed');
  };
  const oneFloor = gradeWithAny(floors.slice(0, 1));
  const variants: Partial<Record<keyof Round, () => Promise<boolean>>> = {
    floor: () => oneFloor(nextJob()),
    warm: gradeWarm,
    http: () => http.grade(nextJob().code),
  };
  const { cold, bwrapCold } = rivals;
  if (cold) variants.cold = () => cold.grade(nextJob());
  if (bwrapCold) variants.bwrapCold = () => bwrapCold.grade(nextJob());

  const measured: Round[] = [];
  const phases: Record<string, number[]> = {};
  let httpLater = 0;
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const took: Round = { floor: 0, warm: 0, http: 0, cold: null, bwrapCold: null };
    for (const name of shuffled(Object.keys(variants) as (keyof Round)[])) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const began = performance.now();
      const passed = await variants[name]?.();
      took[name] = performance.now() - began;
      if (!passed) throw new Error(`round ${round}: ${name} gave a wrong verdict`);
    }
    const stored = await http.takePhases();
    const later = http.takeLater();
    if (round < 0) continue;
    httpLater += later;
    measured.push(took);
    for (const [name, values] of Object.entries(stored)) (phases[name] ??= []).push(...values);
    if (round % 10 === 9) say(`${round + 1} of ${rounds} rounds`);
  }

  say(`throughput at ${CLIENTS} clients`);
  const withFloors = (count: number) => {
    const grade = gradeWithAny(floors.slice(0, count));
    return () => grade(nextJob());
  };
  const floorProcesses = await bestCount({ clients: CLIENTS, candidates: [...new Set([os.availableParallelism(), CLIENTS])], gradeWith: withFloors });
  const throughput = await compareThroughput({ clients: CLIENTS, ours: gradeWarm, floor: withFloors(floorProcesses) });

  return {
    ...figure({ name: 'floor_ms', digits: 1, rounds: measured, of: ({ floor }) => floor }),
    ...figure({ name: 'warm_ms', digits: 1, rounds: measured, of: ({ warm }) => warm }),
    ...figure({ name: 'cold_ms', digits: 1, rounds: measured, of: (round) => round.cold }),
    ...figure({ name: 'bwrap_cold_ms', digits: 1, rounds: measured, of: (round) => round.bwrapCold }),
    ...figure({ name: 'http_ms', digits: 1, rounds: measured, of: (round) => round.http }),
    ...figure({ name: 'ratio_to_floor', digits: 2, rounds: measured, of: ({ floor, warm }) => warm / floor }),
    ...figure({ name: 'speedup_vs_cold', digits: 2, rounds: measured, of: (round) => round.cold && round.cold / round.warm }),
    ...figure({ name: 'speedup_vs_bwrap_cold', digits: 2, rounds: measured, of: (round) => round.bwrapCold && round.bwrapCold / round.warm }),
    ...figure({ name: 'http_overhead_ms', digits: 1, rounds: measured, of: (round) => round.http - round.warm }),
    ...figure({ name: 'http_to_floor', digits: 2, rounds: measured, of: (round) => round.http / round.floor }),
    http_not_in_same_answer: httpLater,
    throughput_per_s: rounded(throughput.ours, 1),
    floor_throughput_per_s: rounded(throughput.floor, 1),
    throughput_to_floor: rounded(throughput.ratio, 2),
    phases: mediansOf(phases),
    rounds,
    clients: CLIENTS,
    slots,
    floor_processes: floorProcesses,
    engine: image.engine,
    exercise: EXERCISE_ID,
    floor_method: FLOOR_METHOD,
    cold_method: cold?.name ?? null,
    image_hash: image.imageHash,
    cpus: os.availableParallelism(),
    load_average: rounded(os.loadavg()[0] ?? 0),
  };
}

const report = await measure().finally(cleanUp);
if (asJson) process.stdout.write(`${JSON.stringify(report)}\n`);
else console.table(Object.entries(report).map(([name, value]) => ({ figure: name, value: value && typeof value === 'object' ? JSON.stringify(value) : value })));
process.exit(0);
