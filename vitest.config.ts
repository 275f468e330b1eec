import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Two suites: `unit` needs nothing, `integration` (`*.db.test.ts`) needs DATABASE_URL to name a server it may make databases on. */
export default defineConfig({
  resolve: { alias: { '@': root, 'server-only': `${root}/lib/platform/testing/server-only.ts` } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['{lib,scripts,components}/**/*.test.{ts,tsx}'], exclude: ['**/*.db.test.ts', '**/*.sandbox.test.ts', '**/node_modules/**'] } },
      { extends: true, test: { name: 'integration', include: ['{lib,scripts}/**/*.db.test.ts'], globalSetup: 'scripts/test/integration-database.ts', fileParallelism: false, testTimeout: 30_000, hookTimeout: 30_000 } },
      { extends: true, test: { name: 'sandbox', include: ['{lib,sandbox,scripts}/**/*.sandbox.test.ts'], globalSetup: 'scripts/test/integration-database.ts', fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
});
