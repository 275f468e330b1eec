import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type ContentEvent, TRIABLE, type TryLine } from '../../lib/authoring/schema';
import type { FollowedContent } from './follow-content';
import { findExercise } from './find-exercise';
import { readLessonFacts } from './lesson-facts';
import { tryExercise } from './try-exercise';

const PING_MS = 20_000;
const MAX_BODY_BYTES = 2000;
const tryRequest = z.strictObject({ exerciseId: z.string().max(200), what: z.enum(TRIABLE) });

type Asked = { request: IncomingMessage; response: ServerResponse; content: FollowedContent; root: string };

/** `GET /author/content` (events), `GET /author/lesson?course=&lesson=`, `POST /author/tries` (lines of JSON); 404 for the rest. */
export async function answerAuthor({ request, response, content, root }: Asked): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://author');
  try {
    if (request.method === 'GET' && pathname === '/author/content') return await tellContent({ response, content });
    if (request.method === 'GET' && pathname === '/author/lesson') {
      const facts = await readLessonFacts({ course: searchParams.get('course') ?? '', lesson: searchParams.get('lesson') ?? '', root });
      return answerJson(response, facts ? 200 : 404, facts ?? { message: 'There is no such lesson.' });
    }
    if (request.method === 'POST' && pathname === '/author/tries') return await answerTries({ request, response, root });
    answerJson(response, 404, { message: 'There is nothing here.' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (response.headersSent) response.end(lineOf({ refused: message }));
    else answerJson(response, error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500, { message });
  }
}

/** Server-sent events, each a ContentEvent: what is wrong now, and more with each save. */
async function tellContent({ response, content }: Pick<Asked, 'response' | 'content'>): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
  const tell = (event: ContentEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const stop = content.listen(tell);
  const ping = setInterval(() => response.write(': still here\n\n'), PING_MS);
  response.on('close', () => {
    stop();
    clearInterval(ping);
  });
  tell({ state: await content.current() });
}

async function answerTries({ request, response, root }: Omit<Asked, 'content'>): Promise<void> {
  const { exerciseId, what } = tryRequest.parse(JSON.parse(await readBody(request)));
  const found = await findExercise({ exerciseId, root });
  if (!found) return answerJson(response, 404, { message: 'There is no such exercise, or its exercise.yaml cannot be read.' });
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store, no-transform' });
  for await (const line of tryExercise({ ...found, what, root })) response.write(lineOf(line));
  response.end();
}

const lineOf = (line: TryLine) => `${JSON.stringify(line)}\n`;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > MAX_BODY_BYTES) throw new SyntaxError('The request is too long.');
  }
  return body;
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
