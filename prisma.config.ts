import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'prisma/config';

// `prisma generate` wants a schema engine although it does not use one. Where the binary could not be downloaded,
// a stand-in is enough; where it is present, nothing changes. docs/decisions/0003-prisma-without-engine.md
const engines = path.dirname(createRequire(import.meta.url).resolve('@prisma/engines/package.json'));
const hasEngine = fs.readdirSync(engines).some((file) => file.startsWith('schema-engine'));
if (!hasEngine) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= '/bin/true';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx --conditions=react-server prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/coursewright' },
});
