// Runs before any package is there, so it may use nothing but Node itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const STAMP = 'node_modules/.coursewright-lock';
const [major, minor] = process.versions.node.split('.').map(Number);

/** Stops with a sentence when this Node is too old for what the lock file holds. */
export function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Coursewright needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one and run the command again.`);
  process.exit(1);
}

/** Installs exactly what the lock file says, unless that was already done for this very lock file. */
export async function ensureInstalled() {
  const lock = createHash('sha256').update(fs.readFileSync('package-lock.json')).update(process.version).digest('hex');
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === lock) return;
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(0);
  console.log('  Installing packages from the lock file (a minute or two the first time)');
  const timer = setInterval(() => console.log(`    … ${countPackages()} packages unpacked, ${seconds()} s`), 10_000);
  const code = await new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' });
    npm.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  clearInterval(timer);
  if (code !== 0) {
    console.error('  npm could not install the packages (its message is above). Check the network, then run the command again.');
    process.exit(1);
  }
  fs.writeFileSync(STAMP, lock);
  console.log(`✓ Packages installed (${seconds()} s)`);
}

function countPackages() {
  if (!fs.existsSync('node_modules')) return 0;
  return fs.readdirSync('node_modules').filter((name) => !name.startsWith('.')).length;
}

/** Runs a TypeScript script of ours in a process of its own, passes signals on, and ends as it ended. */
export function runTypeScript(script, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
