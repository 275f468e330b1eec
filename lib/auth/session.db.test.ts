import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import net from 'node:net';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { closeDb, db } from '@/lib/platform/db';

type Browser = Map<string, string>;
const SITE = 'http://localhost:3000';
const mails: string[] = [];
let browser: Browser;
let server: net.Server;

const nextHeaders = vi.hoisted(() => ({ headers: async () => new Headers(), cookies: async () => jar() }));
vi.mock('next/headers', () => nextHeaders);
// next-auth is not made over by Vitest and asks Next itself
Object.assign(createRequire(import.meta.url)('next/headers') as object, nextHeaders);

const jar = () => ({
  get: (name: string) => (browser.has(name) ? { name, value: browser.get(name) } : undefined),
  getAll: () => [...browser].map(([name, value]) => ({ name, value })),
  set: (given: string | { name: string; value: string }, value = '') => (typeof given === 'string' ? browser.set(given, value) : browser.set(given.name, given.value)),
  delete: (given: string | { name: string }) => browser.delete(typeof given === 'string' ? given : given.name),
});

beforeAll(async () => {
  server = net.createServer((socket) => {
    let mail: string | null = null;
    socket.write('220 ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (mail === null) {
        if (text.startsWith('DATA')) mail = '';
        socket.write(text.startsWith('DATA') ? '354 go on\r\n' : '250 ok\r\n');
        return;
      }
      mail += text;
      if (!mail.includes('\r\n.\r\n')) return;
      mails.push(mail.replaceAll('=\r\n', '').replaceAll('=3D', '='));
      mail = null;
      socket.write('250 taken\r\n');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  Object.assign(process.env, { SITE_URL: SITE, SMTP_URL: `smtp://127.0.0.1:${(server.address() as net.AddressInfo).port}`, EMAIL_FROM: 'courses@example.org' });
});
beforeEach(() => {
  browser = new Map();
});
afterAll(async () => {
  server.close();
  await closeDb();
});

const session = () => import('./session');
const newEmail = () => `${randomUUID()}@example.com`;

/** Asks for a sign-in link in the present browser and returns the address that was mailed. */
async function askForLink(email: string): Promise<string> {
  await (await session()).startProvider({ provider: 'email', email, next: '/' });
  return mails.at(-1)?.match(/http\S+callback\/email\S+/)?.[0] ?? '';
}

/** Opens a mailed link in the present browser; returns who was adopted by whom. */
async function open(link: string): Promise<{ guestId: string; userId: string }[]> {
  const adopted: { guestId: string; userId: string }[] = [];
  const handler = (await session()).authHandler(async (move) => void adopted.push(move));
  const response = await handler(new NextRequest(link), { params: Promise.resolve({ nextauth: ['callback', 'email'] }) });
  expect(response.headers.getSetCookie().join()).toContain('session-token');
  return adopted;
}

const becomeGuest = async () => (await session()).ensureActor({ limit: 'submissionFromAddress' });
const idOf = async (email: string) => (await db().user.findUniqueOrThrow({ where: { email } })).id;

it('adopts the guest of the browser that asked for the sign-in link', async () => {
  const email = newEmail();
  const guest = await becomeGuest();
  expect(await open(await askForLink(email))).toEqual([{ guestId: guest.id, userId: await idOf(email) }]);
  expect(browser.has('coursewright-guest')).toBe(false);
});

it("leaves a guest alone when somebody else's link is opened in their browser", async () => {
  const link = await askForLink(newEmail());
  browser = new Map();
  const guest = await becomeGuest();
  expect(await open(link)).toEqual([]);
  expect(await (await session()).getGuest()).toMatchObject({ id: guest.id });
});

it('leaves a guest alone who asked for a link to another address', async () => {
  const strangers = await askForLink(newEmail());
  browser = new Map();
  await becomeGuest();
  await askForLink(newEmail());
  expect(await open(strangers)).toEqual([]);
});

it('treats links to set a password alike: the guest goes only to who asked here', async () => {
  const { beginSession, rememberAsking } = await session();
  const [email, other] = [newEmail(), newEmail()];
  const { id: userId } = await db().user.create({ data: { email } });
  const guest = await becomeGuest();
  const adopt = vi.fn(async () => undefined);

  await beginSession({ userId, adopt, byLinkTo: email });
  await rememberAsking(other);
  await beginSession({ userId, adopt, byLinkTo: email });
  expect(adopt).not.toHaveBeenCalled();

  await rememberAsking(email);
  await beginSession({ userId, adopt, byLinkTo: email });
  expect(adopt).toHaveBeenCalledExactlyOnceWith({ guestId: guest.id, userId });
});

it('cannot be talked into it by a made-up cookie', async () => {
  const email = newEmail();
  const { id: userId } = await db().user.create({ data: { email } });
  await becomeGuest();
  const adopt = vi.fn(async () => undefined);
  for (const value of [email, '', 'x'.repeat(43)]) {
    browser.set('coursewright-asked', value);
    await (await session()).beginSession({ userId, adopt, byLinkTo: email });
  }
  expect(adopt).not.toHaveBeenCalled();
});
