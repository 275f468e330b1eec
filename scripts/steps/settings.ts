import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Fills in what the operator left out, for this process and those it starts: the address, the folder of data, and
 * a secret made once and kept.
 */
export function fillInSettings(dataDir: string): void {
  process.env.DATA_DIR = dataDir;
  process.env.PORT ||= '3000';
  process.env.SITE_URL ||= `http://localhost:${process.env.PORT}`;
  process.env.NEXTAUTH_URL = process.env.SITE_URL;
  process.env.AUTH_SECRET ||= keptSecret(dataDir);
  process.env.NEXTAUTH_SECRET = process.env.AUTH_SECRET;
}

function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'auth-secret');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(33).toString('base64url'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}
