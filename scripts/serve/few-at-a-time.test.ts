import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fewAtATime } from './few-at-a-time';

type Held = { url: string; response: http.ServerResponse };
let server: http.Server;
const requests: http.ClientRequest[] = [];

/** A real server that answers nobody by itself. */
async function open({ work = async () => {}, longestMs }: { work?: (held: Held) => Promise<void>; longestMs?: number } = {}) {
  const begun: Held[] = [];
  server = http.createServer((request, response) => fewAtATime({ request, response, longestMs }, async () => {
    begun.push({ url: request.url ?? '', response });
    await work({ url: request.url ?? '', response });
  }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, options: http.RequestOptions = {}) => {
    const request = http.request({ port, path, host: '127.0.0.1', agent: false, ...options }).on('error', () => {});
    requests.push(request);
    return request;
  };
  return { begun, ask };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const urls = (begun: Held[]) => begun.map(({ url }) => url);

describe('requests', () => {
  afterEach(async () => {
    for (const request of requests.splice(0)) request.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await pause(300); // what still counts is forgotten
  });

  it('are taken twelve at a time, the next when one is answered', async () => {
    const { begun, ask } = await open({ longestMs: 60_000 });
    for (let index = 0; index < 20; index += 1) ask(`/${index}`).end();
    await vi.waitFor(() => expect(begun).toHaveLength(12), 5000);
    await pause(100);
    expect(begun).toHaveLength(12);
    begun[3]?.response.end('answered');
    await vi.waitFor(() => expect(begun).toHaveLength(13), 5000);
    await pause(100);
    expect(begun).toHaveLength(13);
  });

  it('that wait for something themselves do not keep others waiting', async () => {
    const { begun, ask } = await open({ longestMs: 100 });
    for (let index = 0; index < 20; index += 1) ask(`/${index}`).end();
    await vi.waitFor(() => expect(begun).toHaveLength(20), 5000);
  });

  it('whose body is slow to come do not keep others waiting either', async () => {
    const { begun, ask } = await open({ longestMs: 60_000 });
    for (let index = 0; index < 30; index += 1) ask(`/slow${index}`, { method: 'POST', headers: { 'content-length': '100' } }).write('some');
    await vi.waitFor(() => expect(begun).toHaveLength(30), 5000);
    ask('/quick', { method: 'POST' }).end('all of it');
    await vi.waitFor(() => expect(urls(begun)).toContain('/quick'), 5000);
  });

  it('of browsers that have gone are left out', async () => {
    const { begun, ask } = await open({ longestMs: 60_000 });
    for (let index = 0; index < 12; index += 1) ask(`/${index}`).end();
    await vi.waitFor(() => expect(begun).toHaveLength(12), 5000);
    const gone = ask('/gone');
    gone.end();
    await pause(200);
    gone.destroy();
    await pause(200);
    for (const { response } of begun.slice(0, 2)) response.end();
    ask('/after').end();
    await vi.waitFor(() => expect(urls(begun)).toContain('/after'), 5000);
    expect(urls(begun)).not.toContain('/gone');
  });

  it('that cannot be answered are cut off', async () => {
    const { ask } = await open({ work: () => Promise.reject(new Error('broken')) });
    const request = ask('/');
    const cut = new Promise((resolve) => request.on('error', resolve));
    request.end();
    expect(await cut).toBeInstanceOf(Error);
  });
});
