import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { SEALED } from '../steps/seal-build';
import { PUBLIC } from '../steps/browser-python';
import { contentSecurityPolicy, isolate, workerPolicy } from './security-headers';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const COMPRESSED = { etag: true, brotli: true, gzip: true, dotfiles: false };
const FOREVER = { immutable: true, maxAge: 31_536_000 };

/** Hashes of the inline scripts of each page made by the build. */
export function readScriptHashes(): Record<string, string[]> {
  return JSON.parse(fs.readFileSync(SEALED.scriptHashes, 'utf8')) as Record<string, string[]>;
}

/** Serves build output, public files and the pages made ahead of time; calls `next` for everything else. */
export function staticFiles(hashes: Record<string, string[]>): Handler {
  const assets = sirv(path.resolve(SEALED.static), { ...COMPRESSED, ...FOREVER });
  const files = sirv(path.resolve(SEALED.public), { ...COMPRESSED, maxAge: 3600 });
  const policies = new Map(Object.entries(hashes).map(([route, sources]) => [route, contentSecurityPolicy(sources)]));
  const pages = sirv(path.resolve(SEALED.pages), {
    ...COMPRESSED,
    extensions: ['html'],
    setHeaders: (response, route) => {
      response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
      response.setHeader('Vary', 'RSC, Accept-Encoding');
      response.setHeader('Content-Security-Policy', policies.get(route) ?? contentSecurityPolicy([]));
      if (route.startsWith('/courses/')) isolate(response);
    },
  });
  const python = sirv(path.resolve(PUBLIC), { ...COMPRESSED, ...FOREVER, setHeaders: pythonHeaders });
  return (request, response, next) => {
    const url = request.url ?? '/';
    if ((request.method !== 'GET' && request.method !== 'HEAD') || isRouterRequest(request, url)) return next();
    if (url.startsWith('/_next/static/')) {
      request.url = url.slice('/_next/static'.length);
      return assets(request, response, () => {
        request.url = url;
        next();
      });
    }
    if (url.startsWith('/py/')) {
      request.url = url.slice('/py'.length);
      return python(request, response, () => {
        request.url = url;
        next();
      });
    }
    files(request, response, () => pages(request, response, next));
  };
}

/** Python for the browser: the worker comes with the policy that its programs are held to. */
function pythonHeaders(response: ServerResponse, file: string): void {
  isolate(response);
  if (file.endsWith('/current.json')) response.setHeader('Cache-Control', 'no-cache');
  if (file.endsWith('/worker.mjs')) response.setHeader('Content-Security-Policy', workerPolicy(response.req.headers.host));
}

/** Next's own client asks for a page's data, not for the page. */
export function isRouterRequest(request: IncomingMessage, url: string): boolean {
  return 'rsc' in request.headers || 'next-router-prefetch' in request.headers || url.includes('_rsc=');
}
