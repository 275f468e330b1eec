// Grades one program in the real sandbox, without a website or database:
//   npx tsx --conditions=react-server scripts/grade.ts <exercise-folder> <program.py> [seed]
//   npx tsx --conditions=react-server scripts/grade.ts --run <program.py>
import fs from 'node:fs';
import path from 'node:path';
import { createSandbox } from '../lib/grading/internal/sandbox';
import { prepareSandbox } from './prepare-sandbox';
import { resolveDataDir } from './steps/data-dir';

const [first, second, seed = '1'] = process.argv.slice(2);
if (!first || !second) {
  console.error('usage: grade.ts <exercise-folder> <program.py> [seed]   or   grade.ts --run <program.py>');
  process.exit(2);
}

const dataDir = resolveDataDir(process.env.DATA_DIR);
const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
const sandbox = createSandbox({ dataDir, slots: 1 });
if (!reason) await sandbox.start();
if (reason || !sandbox.status().open) {
  console.error(reason ?? sandbox.status().reason);
  process.exit(1);
}

const code = fs.readFileSync(second, 'utf8');
if (first === '--run') {
  const { stdout, stderr, ...rest } = await sandbox.run({ code });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (rest.outcome !== 'ran') console.error(JSON.stringify(rest, null, 2));
} else {
  const checks = fs.readFileSync(path.join(first, 'checks.py'), 'utf8');
  const result = await sandbox.grade({ code, checks, seed: Number(seed) });
  console.log(JSON.stringify(result, null, 2));
  if (result.fault) console.error(result.fault.replace(/^checks\.py/, path.join(first, 'checks.py')));
}
await sandbox.close();
process.exit(0);
