// npm run test:attacks [-- --json] [-- --engine=NAME] [-- --only=PART]: every hostile program on every engine of this machine.
import os from 'node:os';
import { engineName } from '../lib/grading/internal/sandbox-image';
import { attackCases } from './attacks/cases';
import { attackEngine, type EngineReport, prepareEngine } from './attacks/engine-run';
import { summary } from './attacks/summary';
import { resolveDataDir } from './steps/data-dir';

const asJson = process.argv.includes('--json');
const option = (name: string) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1];
if (asJson) console.log = console.error; // standard output is for the one object

const dataDir = resolveDataDir(process.env.DATA_DIR);
const cases = attackCases().filter(({ name }) => name.includes(option('only') ?? ''));
const engines: Awaited<ReturnType<typeof prepareEngine>>[] = [];
for (const engine of engineName.options.filter((name) => name === (option('engine') ?? name))) engines.push(await prepareEngine({ engine, dataDir, say: console.log }));

// Two engines at a time: each keeps about one core busy.
const reports: EngineReport[] = [];
const waiting = engines.entries();
const lane = async () => {
  for (const [index, engine] of waiting) reports[index] = await attackEngine({ ...engine, cases, dataDir, say: console.log });
};
await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, lane));

const report = summary({ cases: cases.length, reports });
if (asJson) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  console.table(reports.map(({ engine, missing, figures }) => ({ engine, ...(figures ?? { 'not tried': missing?.slice(0, 100) ?? 'failed' }) })));
  for (const { engine, failures } of reports) for (const { name, problems } of failures) console.log(`✗ ${engine}, ${name}: ${problems.join('; ')}`);
  console.log(report.ok ? `Contained: ${report.contained} of ${report.attacks} (${cases.length} attacks on ${report.engines.join(', ')}).` : `Not good: ${report.why}`);
}
process.exit(report.ok ? 0 : 1);
