// npm run test:faults [-- --json] [--submissions=500] [--seed=N]: what becomes of submissions while everything that
// grades them is killed with -9 at random moments. docs/decisions/0056-faults.md
import { randomInt, randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { surveyExercises } from '../lib/content/answer-key';
import { handIn, type Told } from './faults/browser';
import { chanceFrom } from './faults/chance';
import { keepHistory, longestTakeover, readHistory, tellChanges } from './faults/history';
import { type Intent, LEARNERS, planIntents } from './faults/intents';
import { type Kill, killOne, planKills } from './faults/kills';
import { type BreakableSite, startBreakableSite } from './faults/site';
import { type Attempts, type Row, tally } from './faults/tally';
import { stopRunning } from './steps/command';
import { resolveDataDir } from './steps/data-dir';

/** Four submissions a second arrive, on average. */
const MS_PER_SUBMISSION = 250;
const SHORTEST_MS = 25_000;
/** So long without a verdict, and what is left counts as lost. A dead grader's work is taken over within 30 s. */
const PATIENCE_MS = 120_000;
const TOLD_EVERY_MS = 5000;

const option = (name: string, otherwise: number) => Number(process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const say = (text: string) => console.error(`  ${text}`);
/** Over at once when the run is stopped. */
const pause = (ms: number, signal: AbortSignal) => setTimeout(Math.max(0, ms), undefined, { signal }).catch(() => {});

async function makeLearners(site: BreakableSite): Promise<{ id: string; token: string }[]> {
  const learners = Array.from({ length: LEARNERS }, () => ({ id: randomUUID(), token: randomUUID() }));
  const ids = learners.map(({ id }) => id);
  await site.ask(`INSERT INTO "User" (id, name, email, "emailVerified") SELECT id, 'Learner', id || '@example.com', now() FROM unnest($1::text[]) AS id`, [ids]);
  await site.ask(`INSERT INTO "Session" (id, "sessionToken", "userId", expires) SELECT token, token, id, now() + interval '1 day' FROM unnest($1::text[], $2::text[]) AS made (id, token)`, [ids, learners.map(({ token }) => token)]);
  return learners;
}

async function killAll({ site, plan, began, chance, stop }: { site: BreakableSite; plan: ReturnType<typeof planKills>; began: number; chance: () => number; stop: AbortSignal }): Promise<Kill[]> {
  const done = await Promise.all(plan.map(async ({ kind, at }) => {
    await pause(began + at - Date.now(), stop);
    const kill = stop.aborted ? null : await killOne({ kind, site, chance });
    if (kill) say(`${((kill.at.getTime() - began) / 1000).toFixed(1)} s: killed ${kind}`);
    return kill;
  }));
  return done.filter((kill) => kill !== null);
}

/** Runs it all. @returns the figures, and what was not as it should be */
async function main({ count, seed, stop }: { count: number; seed: number; stop: AbortSignal }) {
  const chance = chanceFrom(seed);
  const spreadMs = Math.max(SHORTEST_MS, count * MS_PER_SUBMISSION);
  const { keys } = await surveyExercises();
  const intents = planIntents({ count, spreadMs, keys: keys.filter(({ exercise }) => exercise.kind === 'challenge'), chance });
  const plan = planKills({ count, spreadMs, chance });
  say(`seed ${seed}: ${count} submissions and ${plan.length} kills over ${spreadMs / 1000} s`);
  const site = await startBreakableSite({ dataDir: resolveDataDir(process.env.DATA_DIR), say });
  try {
    await keepHistory(site);
    const learners = await makeLearners(site);
    const began = Date.now();
    const told: Told[] = [];
    const patience = new AbortController();
    let heard = began + spreadMs;
    const hand = async (intent: Intent) => {
      await pause(intent.at, stop);
      told.push(await handIn({ intent, url: site.url, token: learners[intent.learner]?.token ?? '', stop: AbortSignal.any([stop, patience.signal]) }));
      heard = Math.max(heard, Date.now());
    };
    const watch = () => {
      say(`${Math.round((Date.now() - began) / 1000)} s: ${told.length} of ${count} have their verdict`);
      if (Date.now() - heard > PATIENCE_MS) patience.abort();
    };
    const timer = setInterval(watch, TOLD_EVERY_MS);
    const [kills] = await Promise.all([killAll({ site, plan, began, chance, stop }), ...intents.map(hand)]).finally(() => clearInterval(timer));
    stop.throwIfAborted();
    const seconds = Math.round((Date.now() - began) / 1000);
    const history = await readHistory(site);
    const rows = await site.ask<Row>(`SELECT id, "learnerId", "exerciseId", "idempotencyKey", code, verdict::text, concat_ws(' ', result->>'limit', result->>'usage', result->>'phases', 'tries', tries, 'seed', seed, "exerciseId", jsonb_path_query_array(result, '$.checks[*] ? (@.status == "failed").message')::text) AS why FROM "Submission"`);
    const attempts = await site.ask<Attempts>('SELECT "learnerId", "activityId", attempts FROM "Progress"');
    const { counts, notes } = tally({ told, rows, attempts, history });
    const longest = longestTakeover({ history, kills });
    if (longest) say(`longest takeover: ${longest.seconds} s after ${longest.kind} was killed at ${((longest.at.getTime() - began) / 1000).toFixed(1)} s; ${longest.changes[0]?.submissionId}: ${tellChanges(longest.changes, began)}`);
    const byKind = Object.fromEntries(plan.map(({ kind }) => [kind, kills.filter((kill) => kill.kind === kind).length]));
    const report = { ...counts, kills: byKind, longest_takeover_s: longest ? Number(longest.seconds.toFixed(1)) : null, posts: told.reduce((sum, { sent }) => sum + sent, 0), seed, seconds };
    return { report, notes };
  } finally {
    await site.stop();
  }
}

const controller = new AbortController();
setMaxListeners(0, controller.signal); // one for each submission and kill to come
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    controller.abort(new Error('Stopped.'));
    stopRunning();
  });
}
const asJson = process.argv.includes('--json');
if (asJson) console.log = console.error; // standard output is for the one object
const { report, notes } = await main({ count: option('submissions', 500), seed: option('seed', randomInt(1_000_000)), stop: controller.signal }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return process.exit(1);
});
for (const text of notes) console.error(text);
if (asJson) process.stdout.write(`${JSON.stringify(report)}\n`);
else console.table(Object.entries(report).map(([figure, value]) => ({ figure, value: typeof value === 'object' ? JSON.stringify(value) : value })));
const { submitted, graded, lost, double_counted, charged_for_our_fault } = report;
process.exit(graded === submitted && lost + double_counted + charged_for_our_fault === 0 ? 0 : 1);
