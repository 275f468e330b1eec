import type { IncomingMessage, ServerResponse } from 'node:http';

const SITES_SIGN_IN_FORMS_LEAD_TO = { GITHUB_CLIENT_ID: 'https://github.com', GOOGLE_CLIENT_ID: 'https://accounts.google.com' };

/**
 * The Content-Security-Policy of one page. `scripts` are the sources its own inline scripts need: hashes for a page
 * made at build time, a nonce for one made now. docs/decisions/0005-content-security-policy.md
 */
export function contentSecurityPolicy(scripts: string[]): string {
  const providers = Object.entries(SITES_SIGN_IN_FORMS_LEAD_TO).filter(([name]) => process.env[name]).map(([, site]) => site);
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // a frame may hold a page of a learner's app (srcdoc), which no link, form or refresh in it can leave
    "frame-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...providers].join(' '),
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Lets a page share memory with its worker, which is how a running program is stopped. Its answers must then all come from this site. */
export function isolate(response: ServerResponse): void {
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
}

/**
 * What the worker that runs learners' programs may do: load Python from this site, and nothing else, not even ask the
 * site's own API with the reader's cookies. `host` is whom the browser asked; a policy cannot say "this site, below /py/".
 */
export function workerPolicy(host: string | undefined): string {
  const known = /^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/.test(host ?? '') ? `${host}/py/` : "'none'";
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src ${known}; worker-src ${known}`;
}

/** Headers that every answer of this site carries. */
export function setCommonHeaders(response: ServerResponse, { https }: { https: boolean }): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}

/** Drops request headers that only our own proxy or this server may set, and notes whether this machine itself asks. */
export function distrust(request: IncomingMessage, { behindProxy }: { behindProxy: boolean }): void {
  delete request.headers['content-security-policy'];
  delete request.headers['x-request-id'];
  delete request.headers['x-from-this-machine'];
  if (isFromThisMachine(request)) request.headers['x-from-this-machine'] = 'yes';
  if (behindProxy) return;
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']) delete request.headers[name];
}

const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** A program on this machine asks directly: over loopback, by a name of loopback, and no proxy has left a trace. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const address = (socket.remoteAddress ?? '').replace('::ffff:', '');
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return /^(127\.[\d.]+|::1)$/.test(address) && /^(localhost|127\.[\d.]+|\[::1\])$/.test(host) && !FORWARDED.some((name) => name in headers);
}
