import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';

const plugin = (name) => fileURLToPath(new URL(`lib/content/internal/${name}.mjs`, import.meta.url));

// Plugins are named by strings: Turbopack hands them to Rust and back and cannot carry functions.
const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', ['remark-mdx-frontmatter', { name: 'frontmatter' }], plugin('remark-places')],
    rehypePlugins: ['rehype-slug', plugin('rehype-code')],
  },
});

const isolated = { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' };

/** For `next dev` only: what scripts/serve/static-files.ts sends with these in production. */
const headersInDevelopment = async () => [
  { source: '/courses/:path*', headers: [isolated, { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' }] },
  { source: '/py/:path*', headers: [isolated] },
  {
    source: '/py/:hash/worker.mjs',
    has: [{ type: 'host', value: '(?<host>.*)' }],
    headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src :host:*/py/; worker-src :host:*/py/" }],
  },
];

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['ts', 'tsx'],
  poweredByHeader: false,
  reactStrictMode: true,
  // A third of the build. Whoever starts a site has no use for it: the suite `types` of npm test checks the same, and nothing lands without it.
  typescript: { ignoreBuildErrors: true },
  ...(process.env.NODE_ENV === 'development' ? { headers: headersInDevelopment } : {}),
  // the newest migration this build knows of, for /api/health/ready
  env: { NEWEST_MIGRATION: fs.readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort().at(-1) },
  // Code over the limit of 64 KB, posted by a form without scripts, is told so; Next alone would refuse more than 1 MB as a fault.
  experimental: { sri: { algorithm: 'sha256' }, serverActions: { bodySizeLimit: '2mb' } },
  // read from node_modules at run time: native code, worker files or dynamic requires that a bundler would break
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'pg', 'pino', 'prom-client', 'nodemailer'],
};

export default withMDX(config);
