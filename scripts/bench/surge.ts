// npm run bench:surge [-- --json] [-- --few] [-- --seed=7] [-- --submissions=1000]: a thousand submissions at once, a tenth
// of them hostile, at the production server with a database of its own. --few: a tenth of the learners send all that is hostile.
import os from 'node:os';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { freePort } from '../steps/postgres';
import { startSite } from '../steps/site';
import { FLOOR_METHOD } from './grading/floor';
import { imageFiles } from './grading/image-files';
import { median, p95, rounded } from './statistics';
import { surge, type Told } from './surge/crowd';
import { floorRate } from './surge/floor-rate';
import { EXPECTED, isHonest, type Kind, makePrograms, readExercise } from './surge/programs';

const WITHIN_MS = 300_000;
/** The floor is measured for so long right before the surge and right after it. */
const FLOOR_SECONDS = 4;

const option = (name: string) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1];
/** Graded first, so that the server is as it is when a class works at it: its code read and compiled, and known what a submission takes. */
const WARM_UP = Number(option('warm-up') ?? 300);
const asJson = process.argv.includes('--json');
const submissions = Number(option('submissions') ?? 1000);
const learners = Math.ceil(submissions * 0.3);
const seed = Number(option('seed') ?? 1);
const spread = process.argv.includes('--few') ? 'few' : 'random';
const say = (text: string) => console.error(`  ${text}`);

const dataDir = resolveDataDir(process.env.DATA_DIR);
const { image, reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE || 'auto' });
if (!image) throw new Error(reason);
const site = await startSite({ port: await freePort() });
const files = await imageFiles({ image, dataDir });
const { db, closeDb } = await import('../../lib/platform/db');
try {
  const { checks, solution } = readExercise();
  const programs = makePrograms({ count: submissions, learners, seed, spread, solution });
  const honest = programs.filter(isHonest).map(({ code }) => code);
  const cookies = await makeLearners();
  await gradersAlive();
  await warmUp({ solution, cookies });
  const measureFloor = () => floorRate({ rootfs: files.rootfs, checks, programs: honest, seconds: FLOOR_SECONDS });
  say('the floor, before');
  const floors = [await measureFloor()];
  say(`${submissions} submissions from ${learners} learners`);
  const began = new Date();
  const told = await surge({ programs, url: site.url, cookies, withinMs: WITHIN_MS, say });
  say('the floor, after');
  floors.push(await measureFloor());
  report({ told, began, rows: await readRows(began), floor: (floors[0]! + floors[1]!) / 2 });
} finally {
  files.remove();
  await closeDb();
  await site.stop();
}
process.exit(0);

/** Learners with a session each. @returns their cookies */
async function makeLearners(): Promise<string[]> {
  const ids = Array.from({ length: learners }, (_, index) => `surge-${index}`);
  await db().user.createMany({ data: ids.map((id) => ({ id, name: id })) });
  await db().session.createMany({ data: ids.map((userId) => ({ userId, sessionToken: `token-${userId}`, expires: new Date(Date.now() + 3_600_000) })) });
  return ids.map((id) => `next-auth.session-token=token-${id}`);
}

async function gradersAlive(): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 200))) {
    if ((await db().workerHeartbeat.count()) > 0) return;
  }
  throw new Error('No grader came to life within a minute.');
}

async function warmUp({ solution, cookies }: { solution: string; cookies: string[] }): Promise<void> {
  say('warming up');
  const programs = makePrograms({ count: 2 * WARM_UP, learners: cookies.length, seed: seed + 1, spread, solution }).filter(isHonest).slice(0, WARM_UP);
  await surge({ programs, url: site.url, cookies, withinMs: 60_000, say });
}

type Row = { id: string; finishedAt: Date | null; postponedAt: Date | null };

function readRows(began: Date): Promise<Row[]> {
  return db().submission.findMany({ where: { createdAt: { gte: began } }, select: { id: true, finishedAt: true, postponedAt: true } });
}

function report({ told, began, rows, floor }: { told: Told[]; began: Date; rows: Row[]; floor: number }): void {
  const stored = new Map(rows.map((row) => [row.id, row]));
  const finished = (one: Told) => stored.get(one.submissionId ?? '')?.finishedAt?.getTime() ?? Number.NaN;
  const seconds = (some: Told[]) => (Math.max(...some.map(finished)) - began.getTime()) / 1000;
  const honest = told.filter(({ program }) => isHonest(program));
  const wrong = told.filter(({ program, verdict }) => verdict !== null && verdict !== EXPECTED[program.kind]);
  const perSecond = honest.length / seconds(honest);
  const waits = honest.map(({ ms }) => ms);
  const toldAfter = honest.map((one) => began.getTime() + one.ms - finished(one));
  const figures = {
    drained_s: rounded(Math.max(...told.map(({ ms }) => ms)) / 1000),
    honest_p50_ms: rounded(median(waits), 0),
    honest_p95_ms: rounded(p95(waits), 0),
    told_after_p50_ms: rounded(median(toldAfter), 0),
    told_after_p95_ms: rounded(p95(toldAfter), 0),
    lost: told.filter((one) => one.verdict === null || Number.isNaN(finished(one))).length,
    wrong: wrong.length,
    honest_per_s: rounded(perSecond),
    floor_throughput_per_s: rounded(floor),
    honest_to_floor: rounded(perSecond / floor, 2),
    honest_drained_s: rounded(seconds(honest)),
    postponed: counts(told.filter(({ submissionId }) => stored.get(submissionId ?? '')?.postponedAt)),
    wrong_kinds: wrong.map(({ program, verdict }) => `${program.kind}: ${verdict}`),
    programs: counts(told),
    stored: rows.length,
    spread: spread === 'few' ? 'a tenth of the learners send all that is hostile' : 'every learner may send anything',
    seed,
    warm_up: WARM_UP,
    submissions,
    learners,
    engine: image!.engine,
    floor_method: `${FLOOR_METHOD}, the same honest programs and checks, 4 clients, before and after`,
    cpus: os.availableParallelism(),
    load_average: rounded(os.loadavg()[0] ?? 0),
  };
  if (asJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else console.table(Object.entries(figures).map(([figure, value]) => ({ figure, value: typeof value === 'object' ? JSON.stringify(value) : value })));
}

function counts(some: Told[]): Partial<Record<Kind, number>> {
  const kinds: Partial<Record<Kind, number>> = {};
  for (const { program } of some) kinds[program.kind] = (kinds[program.kind] ?? 0) + 1;
  return kinds;
}
