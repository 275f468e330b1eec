// npm test: everything, on a fresh machine.
import { ensureInstalled, requireNode, runTypeScript } from './install.mjs';

requireNode();
await ensureInstalled();
runTypeScript('scripts/test/main.ts', process.argv.slice(2));
