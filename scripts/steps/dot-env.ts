import fs from 'node:fs';

/** Reads `.env` into the environment; what is set already wins. */
export function loadDotEnv(): void {
  if (!fs.existsSync('.env')) return;
  const before = { ...process.env };
  process.loadEnvFile('.env');
  Object.assign(process.env, before);
}
