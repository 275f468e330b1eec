// npm run bench:pages [-- --json]: how fast pages are answered and how heavy a lesson is, on the production build.
// Rounds are interleaved, so that a machine that slows down slows everything; medians are reported.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import autocannon from 'autocannon';
import { freePort } from '../steps/postgres';
import { SEALED } from '../steps/seal-build';
import { answering, startSite, stopProcess } from '../steps/site';
import { measureLesson } from './lesson-weight';
import { median, rounded } from './statistics';

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 2;
const CONNECTIONS = 16;
const LESSON = '/courses/flask/working-with-cookies';
const BROWSER_HEADERS = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html,*/*' };

type Target = { url: string; headers?: Record<string, string> };

async function requestsPerSecond({ url, headers }: Target, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: { ...BROWSER_HEADERS, ...headers } });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  return result.requests.average;
}

/** The build's own file whose compressed size is nearest to the lesson's. */
function assetLike(bytes: number): string {
  const chunks = path.join(SEALED.static, 'chunks');
  const files = fs.readdirSync(chunks).filter((name) => name.endsWith('.br'));
  const distance = (name: string) => Math.abs(fs.statSync(path.join(chunks, name)).size - bytes);
  const nearest = files.sort((a, b) => distance(a) - distance(b))[0];
  if (!nearest) throw new Error(`No compressed file in ${chunks}. Was the build sealed?`);
  return `/_next/static/chunks/${nearest.replace(/\.br$/, '')}`;
}

/** An instructor with a session and a classroom of their own. */
async function signInInstructor(): Promise<string> {
  const { db } = await import('../../lib/platform/db');
  const user = await db().user.create({ data: { name: 'Bench', roles: ['instructor'] } });
  const sessionToken = `bench-${user.id}`;
  await db().session.create({ data: { userId: user.id, sessionToken, expires: new Date(Date.now() + 3_600_000) } });
  await db().classroom.create({ data: { name: 'Bench', courseId: 'flask', joinCode: user.id.slice(0, 8), members: { create: { userId: user.id, role: 'instructor' } } } });
  return `next-auth.session-token=${sessionToken}`;
}

async function measureRounds(targets: Record<string, Target>, say: (text: string) => void): Promise<Record<string, number>> {
  for (const [name, target] of Object.entries(targets)) {
    say(`warming up ${name}`);
    await requestsPerSecond(target, WARM_UP_SECONDS);
  }
  const samples: Record<string, number[]> = {};
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`round ${round} of ${ROUNDS}`);
    for (const [name, target] of Object.entries(targets)) (samples[name] ??= []).push(await requestsPerSecond(target, SECONDS));
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [`${name}_rps`, rounded(median(values))]));
}

async function main(): Promise<void> {
  const say = (text: string) => console.error(`  ${text}`);
  const site = await startSite({ port: await freePort() });
  const nextPort = await freePort();
  const rival = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', String(nextPort)], { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production', GRADERS: '0' } });
  try {
    await answering(`http://localhost:${nextPort}${LESSON}`, rival);
    const cookie = await signInInstructor();
    const html = await (await fetch(site.url + LESSON)).text();
    const rps = await measureRounds(
      {
        lesson: { url: site.url + LESSON },
        asset: { url: site.url + assetLike(zlib.brotliCompressSync(html).byteLength) },
        api_progress: { url: `${site.url}/api/progress?course=flask`, headers: { cookie } },
        dynamic: { url: `${site.url}/classrooms`, headers: { cookie } },
        next_start_lesson: { url: `http://localhost:${nextPort}${LESSON}` },
      },
      say,
    );
    await stopProcess(rival);
    say('weighing the lesson, running Lighthouse');
    const weight = await measureLesson(site.url + LESSON);
    const ratio = (a: string, b: string) => rounded((rps[`${a}_rps`] ?? 0) / (rps[`${b}_rps`] ?? 1), 2);
    report({
      ...rps,
      lesson_to_asset: ratio('lesson', 'asset'),
      lesson_to_next_start: ratio('lesson', 'next_start_lesson'),
      lesson_html_gzip_bytes: zlib.gzipSync(html, { level: 9 }).byteLength,
      ...weight,
    });
  } finally {
    await stopProcess(rival);
    const { closeDb } = await import('../../lib/platform/db');
    await closeDb();
    await site.stop();
  }
}

function report(figures: Record<string, unknown>): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(24)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
}

await main();
