// Playwright's web server: the production build on an empty database, until Playwright stops it.
import fs from 'node:fs';
import { prepareSandbox } from '../prepare-sandbox';
import { resolveDataDir } from '../steps/data-dir';
import { startSite } from '../steps/site';

const { reason } = await prepareSandbox({ dataDir: resolveDataDir(process.env.DATA_DIR), wanted: process.env.SANDBOX_ENGINE || 'auto' });
if (reason) throw new Error(reason);
const port = Number(process.env.E2E_PORT ?? 3999);
const site = await startSite({ port });
// where the tests find the database, to make people and sessions in it
fs.mkdirSync('test-results', { recursive: true });
fs.writeFileSync('test-results/site.json', JSON.stringify({ databaseUrl: site.databaseUrl }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void site.stop().then(() => process.exit(0)));
console.log('ready');
