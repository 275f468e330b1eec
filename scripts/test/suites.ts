import path from 'node:path';
import { prepareSandbox } from '../prepare-sandbox';
import { run, runOrThrow } from '../steps/command';
import { freePort } from '../steps/postgres';
import type { Progress } from '../steps/step';
import { ensureChromium } from './chromium';
import { type Counts, countsFromLastLine, playwrightCounts, vitestCounts } from './counts';

export type { Counts } from './counts';

type Context = { dataDir: string; progress: Progress };
/** `light`: keeps one processor busy and measures no time, so that another one may run beside it. */
export type Suite = { name: string; proves: string; light?: true; run: (context: Context) => Promise<Counts> };

const TSX = ['--import', 'tsx', '--conditions=react-server'];

/** In the order in which they are reported. The light ones run first, and two at a time. */
export const SUITES: Suite[] = [
  { name: 'lint', proves: 'the code keeps to the lint rules', light: true, run: () => command('npm', ['run', '--silent', 'lint']) },
  { name: 'types', proves: 'the code type-checks', light: true, run: () => command('npm', ['run', '--silent', 'check:types']) },
  { name: 'structure', proves: 'layers and file names are as designed, nothing is dead', light: true, run: () => command('npm', ['run', '--silent', 'check:structure']) },
  { name: 'unit', proves: 'decisions and parsers', run: (context) => vitest('unit', context) },
  { name: 'integration', proves: 'reads and writes on a real PostgreSQL', run: (context) => vitest('integration', context) },
  { name: 'content', proves: 'lessons are complete and well-formed', light: true, run: () => command(process.execPath, ['--conditions=react-server', 'scripts/check-content.mjs', '--no-cache']) },
  {
    name: 'sandbox',
    proves: 'grading is right and contained',
    run: async (context) => {
      await requireSandbox(context);
      return vitest('sandbox', context);
    },
  },
  {
    name: 'exercises',
    proves: 'examples print what they say, solutions pass, starters and known mistakes fail as told',
    run: async (context) => {
      await requireSandbox(context);
      return counted('scripts/check-exercises.ts', context.progress);
    },
  },
  {
    name: 'agreement',
    proves: 'examples, solutions, starters and known mistakes come out the same in the browser as on the server',
    light: true,
    run: async (context) => {
      await requireSandbox(context);
      return counted('scripts/check-agreement.ts', context.progress);
    },
  },
  {
    name: 'e2e',
    proves: 'people can do what they came for, in a real browser against the production build',
    run: async (context) => {
      await requireSandbox(context);
      process.env.CHROMIUM_PATH = await ensureChromium(context.progress);
      process.env.E2E_PORT = String(await freePort());
      const report = path.join(context.dataDir, 'reports', 'e2e.json');
      const { code, output } = await run('npx', ['playwright', 'test', '--reporter=line,json'], { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, CI: '1' }, onLine: shortened(context.progress) });
      return playwrightCounts({ report, code, output });
    },
  },
];

async function requireSandbox({ dataDir }: Context): Promise<void> {
  const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE || 'auto' });
  if (reason) throw new Error(reason);
}

/** A program that is right or wrong as a whole counts as one test. */
async function command(program: string, args: string[]): Promise<Counts> {
  await runOrThrow(program, args);
  return { passed: 1, failed: 0, skipped: 0 };
}

async function vitest(project: string, { dataDir, progress }: Context): Promise<Counts> {
  const report = path.join(dataDir, 'reports', `${project}.json`);
  const args = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await run('npx', args, { env: { ...process.env, NODE_ENV: 'test' }, onLine: shortened(progress) });
  return vitestCounts({ report, code, output });
}

async function counted(script: string, progress: Progress): Promise<Counts> {
  const { code, output } = await run(process.execPath, [...TSX, script], { onLine: shortened(progress) });
  return countsFromLastLine({ code, output });
}

/** Enough to see that it goes on, at most once every ten seconds: the whole output is shown when something fails. */
function shortened(progress: Progress): (line: string) => void {
  let shown = Date.now();
  return (line) => {
    if (Date.now() - shown < 10_000) return;
    shown = Date.now();
    progress(line.trim().slice(0, 100));
  };
}
