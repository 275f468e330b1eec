import fs from 'node:fs';
import path from 'node:path';

/** Where Next serves what a file of this name stands for. */
const METADATA: Record<string, string> = { 'sitemap.ts': '/sitemap.xml', 'robots.ts': '/robots.txt', 'manifest.ts': '/manifest.webmanifest' };

/** Every page, handler and metadata route in app/, as Next names it. */
export function routesOf(kind: RegExp = /^(page|route)\.tsx?$/): string[] {
  const files = fs.readdirSync('app', { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const found = files.flatMap((entry) => {
    const folder = path.relative('app', entry.parentPath);
    const metadata = METADATA[entry.name];
    if (metadata && kind.test('route.ts')) return [path.posix.join('/', folder, metadata)];
    return kind.test(entry.name) ? [`/${folder}`] : [];
  });
  return found.sort();
}
