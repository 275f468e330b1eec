import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { AuthorProcess } from './author-process';

/** How a request is refused before anything is started for it. */
async function refusal(headers: Record<string, string>, method = 'GET'): Promise<number> {
  let status = 0;
  const response = { writeHead: (code: number) => (status = code), end: () => {} };
  await new AuthorProcess().answer({ headers, method, url: '/author/lesson' } as unknown as IncomingMessage, response as unknown as ServerResponse);
  return status;
}

test('other machines are not answered', async () => {
  expect(await refusal({ host: 'localhost:3000' })).toBe(403);
});

test('another site cannot have anything tried', async () => {
  const here = { host: 'localhost:3000', 'x-from-this-machine': 'yes' };
  expect(await refusal({ ...here, origin: 'https://elsewhere.example' }, 'POST')).toBe(403);
  expect(await refusal(here, 'POST')).toBe(403);
});
