// npm start [-- --demo] and npm run dev: from a fresh clone to a running site.
import { ensureInstalled, requireNode, runTypeScript } from './install.mjs';

requireNode();
await ensureInstalled();
runTypeScript('scripts/start/main.ts', process.argv.slice(2));
