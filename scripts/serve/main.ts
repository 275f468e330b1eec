// The production web process: static files and pages as plain files, everything else through Next.
import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import next from 'next';
import { env } from '../../lib/platform/env';
import { log } from '../../lib/platform/log';
import { metrics } from '../../lib/platform/metrics';
import { shutDown } from '../../lib/platform/shutdown';
import { fewAtATime } from './few-at-a-time';
import { joinAnswer } from './join-answer';
import { routeGroup } from './route-group';
import { contentSecurityPolicy, distrust, setCommonHeaders } from './security-headers';
import { isRouterRequest, readScriptHashes, staticFiles } from './static-files';

const CLOSE_WITHIN_MS = 10_000;
const settings = env();
const https = settings.SITE_URL.startsWith('https:');
const hashes = readScriptHashes();
const serveStatic = staticFiles(hashes);
const app = next({ dev: false, hostname: 'localhost', port: settings.PORT });
await app.prepare();
const serveDynamic = app.getRequestHandler();
const { requests } = metrics();
/** the form "Something is wrong here" is made when asked for; it answers 404 itself where there is no such lesson */
const REPORT_FORM = /^\/courses\/[^/?]+\/[^/?]+\/report(\?|$)/;
const METHODS = new Set(['GET', 'HEAD', 'POST']);

const server = http.createServer((request, response) => {
  distrust(request, { behindProxy: settings.TRUST_PROXY });
  setCommonHeaders(response, { https });
  serveStatic(request, response, () => {
    const began = performance.now();
    const requestId = randomUUID();
    const nonce = randomBytes(16).toString('base64');
    const policy = contentSecurityPolicy([`'nonce-${nonce}'`, ...(hashes['/_not-found'] ?? [])]);
    request.headers['x-request-id'] = requestId;
    request.headers['content-security-policy'] = policy; // Next reads the nonce for its scripts from here
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Request-Id', requestId);
    // every page under /courses but one was made ahead and has been served: what comes this far is app/courses/[...unknown]
    if (request.method !== 'POST' && request.url?.startsWith('/courses/') && !REPORT_FORM.test(request.url) && !isRouterRequest(request, request.url)) response.statusCode = 404;
    response.on('finish', () => {
      const ms = performance.now() - began;
      const { method = '' } = request;
      requests.observe({ route: routeGroup(request.url ?? ''), method: METHODS.has(method) ? method : 'other', status: `${Math.floor(response.statusCode / 100)}xx` }, ms / 1000);
      log.info({ requestId, method, path: loggablePath(request.url ?? ''), status: response.statusCode, ms: Math.round(ms) }, 'request');
    });
    joinAnswer(request, response);
    fewAtATime({ request, response }, () => serveDynamic(request, response));
  });
});

/** Without the query, and without what opens doors: join codes and one-time tokens. */
function loggablePath(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^(\/join|\/set-password)\/.+/, '$1/…');
}

server.listen(settings.PORT, () => {
  log.info({ port: settings.PORT }, 'listening');
  process.send?.('listening');
});

server.on('error', (error) => {
  log.fatal({ err: error }, 'cannot listen');
  process.exit(1);
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    server.closeIdleConnections();
    server.close(() => void shutDown().then(() => process.exit(0)));
  });
}
