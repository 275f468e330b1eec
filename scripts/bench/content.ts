// npm run bench:content [-- --json] [--no-build]: how long npm run check:content takes for 100 and for 1,000 lessons (s_100, s_1000),
// and how long the site takes to build with 30 and with 300 (build_s_30, build_s_300, peak_mb_300). Courses are generated.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildWith } from './content/build';
import { generateCourse } from './content/generate-course';
import { median, rounded } from './statistics';

const ROUNDS = 3;
/** more than so many times the time of 100 lessons, and it is not linear any more */
const MOST_TIMES = 15;

const json = process.argv.includes('--json');
const tell = (text: string) => console.error(`  ${text}`);

/** Seconds of the whole command, the start of Node with it, and of the check alone; nothing is kept from the time before. */
function secondsOf(content: string): { command: number; check: number } {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=react-server', 'scripts/check-content.mjs', '--json', '--no-cache', '--content', content], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`check:content of a generated course ended with ${status}: ${stderr}${stdout.slice(0, 2000)}`);
  return { command: (performance.now() - began) / 1000, check: (JSON.parse(stdout) as { seconds: number }).seconds };
}

async function measureChecks() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-content-'));
  try {
    const [small, large] = [path.join(folder, 'small'), path.join(folder, 'large')];
    await generateCourse({ content: small, lessons: 100 });
    await generateCourse({ content: large, lessons: 1000 });
    const times: { small: ReturnType<typeof secondsOf>[]; large: ReturnType<typeof secondsOf>[] } = { small: [], large: [] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      times.small.push(secondsOf(small));
      times.large.push(secondsOf(large));
      tell(`round ${round} of ${ROUNDS}: ${rounded(times.small.at(-1)?.check ?? 0)} s and ${rounded(times.large.at(-1)?.check ?? 0)} s`);
    }
    const of = (some: ReturnType<typeof secondsOf>[], what: 'command' | 'check') => median(some.map((one) => one[what]));
    return { s_100: of(times.small, 'check'), s_1000: of(times.large, 'check'), command_s_100: of(times.small, 'command'), command_s_1000: of(times.large, 'command') };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measureBuilds() {
  const folder = path.resolve('.data/bench-content');
  tell('building the site with 30 lessons, then with 300');
  const small = await buildWith({ lessons: 30, folder });
  tell(`30 lessons: ${rounded(small.seconds)} s`);
  const large = await buildWith({ lessons: 300, folder });
  tell(`300 lessons: ${rounded(large.seconds)} s, ${large.peakMb} MB`);
  return { build_s_30: small.seconds, build_s_300: large.seconds, peak_mb_300: large.peakMb };
}

const checks = await measureChecks();
const builds = process.argv.includes('--no-build') ? { build_s_30: null, build_s_300: null, peak_mb_300: null } : await measureBuilds();
const times = checks.s_1000 / checks.s_100;
const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
const figures = Object.fromEntries(Object.entries({ ...checks, ratio: times, ...builds }).map(([name, value]) => [name, round(value)]));
if (json) console.log(JSON.stringify(figures, null, 2));
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(16)} ${value ?? 'not measured'}`);
if (times >= MOST_TIMES) {
  console.error(`1,000 lessons took ${rounded(times)} times as long as 100; less than ${MOST_TIMES} is wanted.`);
  process.exitCode = 1;
}
