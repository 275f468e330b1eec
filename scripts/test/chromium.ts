import fs from 'node:fs';
import { chromium } from 'playwright';
import { runOrThrow } from '../steps/command';
import { isRoot } from '../steps/data-dir';
import type { Progress } from '../steps/step';

const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser for tests: Playwright's own when it is there, else the system's, else Debian's package when we may install it.
 * @throws Error with the one command to run
 */
export async function ensureChromium(progress: Progress): Promise<string> {
  const found = [chromium.executablePath(), ...OF_THE_SYSTEM].find((file) => fs.existsSync(file));
  if (found) return found;
  if (!isRoot || !fs.existsSync('/usr/bin/apt-get')) throw new Error('No Chromium for the browser tests. Run: npx playwright install --with-deps chromium');
  progress('installing Debian\'s chromium');
  await runOrThrow('apt-get', ['update', '-q']);
  await runOrThrow('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return '/usr/bin/chromium';
}
