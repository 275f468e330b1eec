import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envSchema, parseEnv } from './env';

const enough = { DATABASE_URL: 'postgresql://u:p@localhost/db', AUTH_SECRET: 'x'.repeat(32) };

describe('parseEnv', () => {
  it('fills in what may be left out, and takes an empty value as left out', () => {
    expect(parseEnv({ ...enough, PORT: '', SITE_URL: '' })).toMatchObject({ PORT: 3000, SITE_URL: 'http://localhost:3000', TRUST_PROXY: false });
  });

  it('names every wrong variable and what it must be', () => {
    const wrong = () => parseEnv({ ...enough, DATABASE_URL: 'mysql://x', PORT: '99999', SMTP_URL: 'smtp://mail:25' });
    expect(wrong).toThrow(/DATABASE_URL: must be a PostgreSQL address/);
    expect(wrong).toThrow(/PORT/);
    expect(() => parseEnv({ ...enough, SMTP_URL: 'smtp://mail:25' })).toThrow(/EMAIL_FROM: SMTP_URL and EMAIL_FROM go together/);
  });
});

it('.env.example lists exactly the variables there are, each with a sentence', () => {
  const lines = fs.readFileSync('.env.example', 'utf8').split('\n');
  const listed = lines.flatMap((line) => line.match(/^([A-Z_]+)=$/)?.[1] ?? []);
  const known = Object.keys(envSchema.shape).filter((name) => name !== 'NODE_ENV');
  expect([...listed].sort()).toEqual([...known].sort());
  for (const name of listed) expect(lines[lines.indexOf(`${name}=`) - 1], name).toMatch(/^# .{20,}\.$/);
});
