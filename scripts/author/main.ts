// The process behind the author bar of `npm run dev`: it watches content/, says what check:content would say, and tries
// exercises as check:exercises does. Only scripts/serve/development.ts talks to it. docs/decisions/0072-author-bar.md
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { closeSandbox } from '../../lib/grading/service';
import { answerAuthor } from './answer';
import { followContent } from './follow-content';

const root = path.resolve('content');
const content = followContent({ root });
const server = http.createServer((request, response) => void answerAuthor({ request, response, content, root }));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }, (gone: unknown) => void (gone && stop())));

/** Also when the web process is gone: nobody could ask any more. */
function stop(): void {
  content.stop();
  server.closeAllConnections();
  void closeSandbox().finally(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
process.once('disconnect', stop);
