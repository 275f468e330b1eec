import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';

const plugin = (name) => fileURLToPath(new URL(`lib/content/internal/${name}.mjs`, import.meta.url));
const inDevelopment = process.env.NODE_ENV === 'development';

// Plugins are named by strings: Turbopack hands them to Rust and back and cannot carry functions.
const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', ['remark-mdx-frontmatter', { name: 'frontmatter' }], plugin('remark-places')],
    rehypePlugins: ['rehype-slug', plugin('rehype-code')],
  },
});

/** @type {import('next').NextConfig} */
const config = {
  // what is named *.dev.tsx is there under `npm run dev` and no part of a build: docs/decisions/0072-author-bar.md
  pageExtensions: ['ts', 'tsx', ...(inDevelopment ? ['dev.tsx'] : [])],
  poweredByHeader: false,
  reactStrictMode: true,
  // A third of the build. Whoever starts a site has no use for it: the suite `types` of npm test checks the same, and nothing lands without it.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // the newest migration this build knows of, for /api/health/ready
  env: { NEWEST_MIGRATION: fs.readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort().at(-1) },
  // Code over the limit of 64 KB, posted by a form without scripts, is told so; Next alone would refuse more than 1 MB as a fault.
  experimental: { sri: { algorithm: 'sha256' }, serverActions: { bodySizeLimit: '2mb' } },
  // read from node_modules at run time: native code, worker files or dynamic requires that a bundler would break
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'pg', 'pino', 'prom-client', 'nodemailer'],
};

/** Puts scripts/serve/mdx-in-development.cjs in the place of the loader that it calls. */
function forgiving({ turbopack, ...rest }) {
  const loader = fileURLToPath(new URL('scripts/serve/mdx-in-development.cjs', import.meta.url));
  const rules = Object.entries(turbopack.rules).map(([glob, some]) => [glob, [some].flat().map((rule) => ({ ...rule, loaders: rule.loaders.map((one) => ({ ...one, loader })) }))]);
  return { ...rest, turbopack: { ...turbopack, rules: Object.fromEntries(rules) } };
}

export default inDevelopment ? forgiving(withMDX(config)) : withMDX(config);
