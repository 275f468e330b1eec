import net from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';

let server: net.Server;
const received: string[] = [];

/** As much of a mail server as it takes: it refuses people at refused.example. */
function answer(line: string): string {
  received.push(line);
  if (/^RCPT TO:.*refused\.example/.test(line)) return '550 5.1.1 <ada@refused.example> unknown here';
  return /^DATA/.test(line) ? '354 go on' : line === '.' ? '250 taken' : /^QUIT/.test(line) ? '221 bye' : '250 ok';
}

beforeAll(async () => {
  let inData = false;
  server = net.createServer((socket) => {
    socket.write('220 ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (inData && line !== '.') received.push(line);
        else socket.write(`${answer(line)}\r\n`);
        inData = line === 'DATA' || (inData && line !== '.');
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as net.AddressInfo;
  Object.assign(process.env, { DATABASE_URL: 'postgresql://nowhere/x', AUTH_SECRET: 'x'.repeat(32), SMTP_URL: `smtp://127.0.0.1:${port}`, EMAIL_FROM: 'Courses <courses@example.org>' });
});
afterAll(() => server.close());

it('sends plain text', async () => {
  const { sendMail } = await import('./mail');
  await sendMail({ to: 'ada@example.com', subject: 'Hello', text: 'A link.' });
  expect(received.join('\n')).toMatch(/From: Courses <courses@example\.org>\nTo: ada@example\.com\nSubject: Hello[\s\S]*A link\./);
});

it('fails without telling the address, which must not get into the logs', async () => {
  const { sendMail } = await import('./mail');
  await expect(sendMail({ to: 'ada@refused.example', subject: 'Hello', text: '' })).rejects.toThrow('the mail server did not take a message (EENVELOPE 550)');
});
