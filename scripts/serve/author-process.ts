import { type ChildProcess, spawn } from 'node:child_process';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * The process behind the author bar (scripts/author/main.ts). It is one of its own, as it reads answer keys and its work
 * must not hold up pages; requests are handed on to it. One that ended is started again when it is next asked.
 */
export class AuthorProcess {
  private child: ChildProcess | null = null;
  private port: Promise<number> | null = null;

  /** Answers a request below /author/, or refuses it: what is told there is for the author at this machine alone. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, host } = request.headers;
    if (request.headers['x-from-this-machine'] !== 'yes') return refuse(response, 403, 'The author bar answers only in a browser on the machine that the site runs on.');
    if (request.method !== 'GET' && origin !== `http://${host}`) return refuse(response, 403, 'This can only be asked for by a page of this site.');
    const port = await this.listening().catch(() => null);
    if (port === null) return refuse(response, 503, 'The process behind the author bar ended; its messages are in the terminal.');
    const onward = http.request({ host: '127.0.0.1', port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.end() : refuse(response, 503, 'The process behind the author bar does not answer.')));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  /** So that the first page does not wait for it. */
  start(): void {
    this.listening().catch(() => {}); // whoever asks next is told
  }

  stop(): void {
    this.child?.kill('SIGTERM');
  }

  private listening(): Promise<number> {
    return (this.port ??= new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'scripts/author/main.ts'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      this.child = child;
      child.once('message', (message) => resolve((message as { port: number }).port));
      child.once('exit', () => {
        this.port = null;
        reject(new Error('ended'));
      });
    }));
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({ message }));
}
