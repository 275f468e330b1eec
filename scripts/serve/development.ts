// The web process of `npm run dev`: Next with hot reload, behind the headers of production, and the author bar's answers.
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import next from 'next';
import { THEME_SCRIPT } from '../../components/theme-script';
import { env } from '../../lib/platform/env';
import { shutDown } from '../../lib/platform/shutdown';
import { AuthorProcess } from './author-process';
import { isCoursePage } from './course-pages';
import { contentSecurityPolicy, distrust, isolate, setCommonHeaders, workerPolicy } from './security-headers';
import { findStaticPathsOnce } from './static-paths-once';

const THEME_HASH = `'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`;
const { PORT, TRUST_PROXY } = env();
const author = new AuthorProcess();
author.start();
findStaticPathsOnce();
const server = http.createServer();
const app = next({ dev: true, hostname: 'localhost', port: PORT, httpServer: server });
await app.prepare();
const serve = app.getRequestHandler();

server.on('request', (request, response) => {
  distrust(request, { behindProxy: TRUST_PROXY });
  setCommonHeaders(response, { https: false });
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/author/')) return void author.answer(request, response);

  const nonce = randomBytes(16).toString('base64');
  // React's and Next's development code evaluates text; nothing of a page's own needs to
  const policy = contentSecurityPolicy([`'nonce-${nonce}'`, THEME_HASH, "'unsafe-eval'"]);
  request.headers['content-security-policy'] = policy; // Next reads the nonce for its scripts from here
  const isWorker = /^\/py\/[^/]+\/worker\.mjs$/.test(pathname);
  response.setHeader('Content-Security-Policy', isWorker ? workerPolicy(request.headers.host) : policy);
  if (/^\/(courses|py)\//.test(pathname)) isolate(response);
  // what is no page of a course is answered by app/courses/[...unknown], whose status Next would leave at 200
  if (request.method !== 'POST' && pathname.startsWith('/courses/') && !isCoursePage(pathname)) response.statusCode = 404;
  void serve(request, response);
});

server.listen(PORT, () => process.send?.('listening'));

/** Ends without waiting for what browsers keep open. */
function stop(): void {
  author.stop();
  void shutDown().finally(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
