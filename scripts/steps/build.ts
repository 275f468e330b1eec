import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runOrThrow } from './command';
import { sealBuild } from './seal-build';
import type { Progress } from './step';

const STAMP = '.next/coursewright-build';
const INPUTS = ['app', 'components', 'content', 'lib', 'public', 'prisma/schema.prisma', 'instrumentation.ts', 'instrumentation-node.ts', 'mdx-components.tsx', 'next.config.mjs', 'prisma/migrations', 'scripts/steps/seal-build.ts', 'scripts/steps/join-streamed-parts.ts', 'scripts/steps/compress.ts', 'package-lock.json', 'tsconfig.json'];

/** served as it is: browser-python.ts */
const NOT_BUILT = path.normalize('public/py');

/** Makes the Prisma client when the schema changed. */
export async function generateClient(): Promise<string> {
  const stamp = 'prisma/generated/.made-from';
  const wanted = hashOf(['prisma/schema.prisma', 'package-lock.json']);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return 'up to date';
  await runOrThrow('npx', ['prisma', 'generate']);
  fs.writeFileSync(stamp, wanted);
  return 'made';
}

/** Builds the site when anything it is made from changed since the last build. `siteUrl` is part of the pages (links, sitemap). */
export async function buildSite({ siteUrl, env, progress }: { siteUrl: string; env: NodeJS.ProcessEnv; progress: Progress }): Promise<string> {
  const wanted = hashOf(INPUTS, siteUrl);
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return 'up to date';
  fs.rmSync(STAMP, { force: true });
  const onLine = (line: string) => {
    if (/compil|TypeScript|static pages|optimization/i.test(line)) progress(line.trim().slice(0, 80));
  };
  await runOrThrow('npx', ['next', 'build'], { env: { ...env, NODE_ENV: 'production' }, onLine });
  progress('hashing inline scripts, compressing files');
  const pages = await sealBuild();
  fs.writeFileSync(STAMP, wanted);
  return `${pages} pages made ahead of time`;
}

function hashOf(inputs: string[], ...more: string[]): string {
  const hash = createHash('sha256').update(more.join('\0'));
  for (const file of inputs.flatMap(filesBelow)) hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(entry: string): string[] {
  if (!fs.existsSync(entry) || entry === NOT_BUILT) return [];
  if (!fs.statSync(entry).isDirectory()) return [entry];
  return fs.readdirSync(entry).sort().flatMap((name) => filesBelow(path.join(entry, name)));
}
