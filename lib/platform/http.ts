import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError, badRequest, forbidden, tooLarge } from './errors';
import { log } from './log';

/**
 * Wraps an API handler: errors become JSON problems with the right status, each answer carries its request id,
 * and whatever is our own fault is logged with that id and told as "our fault".
 */
export function route<Args extends unknown[]>(handler: (request: Request, ...args: Args) => Promise<Response>) {
  return async (request: Request, ...args: Args): Promise<Response> => {
    const requestId = request.headers.get('x-request-id') ?? randomUUID();
    const response = await answer(handler, request, args).catch((error: unknown) => problem(error, requestId));
    response.headers.set('x-request-id', requestId);
    return response;
  };
}

async function answer<Args extends unknown[]>(handler: (request: Request, ...args: Args) => Promise<Response>, request: Request, args: Args): Promise<Response> {
  // No id and no name holds a NUL, and the database would fail over it.
  if (/%00/.test(request.url)) throw badRequest('The address holds a NUL character.');
  return handler(request, ...args);
}

function problem(error: unknown, requestId: string): Response {
  if (error instanceof AppError) {
    const headers: HeadersInit = error.retryAfter ? { 'Retry-After': String(error.retryAfter) } : {};
    return Response.json({ error: { code: error.code, message: error.message, retryAfter: error.retryAfter } }, { status: error.status, headers });
  }
  log.error({ requestId, err: error }, 'request failed');
  const message = 'Something went wrong on our side. Nothing you did caused it; try again in a moment.';
  return Response.json({ error: { code: 'internal', message, requestId } }, { status: 500 });
}

/** Refuses a write that another site's page sent with this browser's cookies. @throws AppError 403 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (!site && origin && host && URL.canParse(origin) && new URL(origin).host === host) return;
  throw forbidden('This request came from another site. Open the page here and try again.');
}

/**
 * Reads a JSON body of at most `maxBytes` and checks it against `schema`.
 * @param refusal what to say of a larger one
 * @throws AppError 413 with the limit, or 400 that names the first wrong field
 */
export async function readJson<T extends z.ZodType>(request: Request, { schema, maxBytes, refusal = `This is larger than the limit of ${Math.round(maxBytes / 1024)} KB.` }: { schema: T; maxBytes: number; refusal?: string }): Promise<z.infer<T>> {
  const text = await readText(request, { maxBytes, refusal: tooLarge(refusal) });
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is not right'}`);
}

async function readText(request: Request, { maxBytes, refusal }: { maxBytes: number; refusal: AppError }): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw refusal;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) throw refusal;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}
