import fs from 'node:fs';
import { envSchema } from '../../lib/platform/env';

/** Reads `.env` into the environment. What is set already wins; a variable left empty is a variable left out. */
export function loadDotEnv(): void {
  if (fs.existsSync('.env')) {
    const before = { ...process.env };
    process.loadEnvFile('.env');
    Object.assign(process.env, before);
  }
  for (const name of Object.keys(envSchema.shape)) if (process.env[name] === '') delete process.env[name];
}
