import next from '@next/eslint-plugin-next';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.next/', '.data/', 'prisma/generated/', 'next-env.d.ts', 'test-results/', 'playwright-report/', 'public/'] },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  { plugins: { '@next/next': next }, rules: { ...next.configs.recommended.rules, ...next.configs['core-web-vitals'].rules } },
  { plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs['recommended-latest']?.rules ?? reactHooks.configs.recommended.rules },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['scripts/**', 'prisma/**', '*.config.*'], rules: { 'no-console': 'off' } },
  // Playwright's fixtures hand over by a function called `use`, which is no React hook
  { files: ['e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off', 'no-empty-pattern': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
