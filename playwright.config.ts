import fs from 'node:fs';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 3999);
const baseURL = `http://localhost:${port}`;
const asRoot = process.getuid?.() === 0;
const executablePath = process.env.CHROMIUM_PATH ?? (fs.existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

export default defineConfig({
  testDir: 'e2e',
  // one browser at a time: what is tested is the site, and two cores are all there is
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL,
    // recording takes up to a third of a journey's time, and what the gate records nobody could open
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: { executablePath, args: ['--disable-background-networking', '--disable-component-update', '--no-first-run', ...(asRoot ? ['--no-sandbox'] : [])] },
  },
  webServer: {
    command: 'node --import tsx --conditions=react-server scripts/test/serve-for-e2e.ts',
    url: `${baseURL}/api/health/ready`,
    timeout: 600_000, // it packs Python for the browser and builds the site first, where neither is there yet
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
});
