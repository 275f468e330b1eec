import { randomInt } from 'node:crypto';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { closeDb, db } from '@/lib/platform/db';
import { signGuestId } from './internal/guest-cookie';
import { countFromAddress, ensureActor, getActor } from './session';

// What Next knows of a request; everything behind it is real.
const request = vi.hoisted(() => ({ address: '', cookies: new Map<string, string>() }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': request.address }),
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string) => void request.cookies.set(name, value),
  }),
}));
vi.mock('next-auth', () => ({ default: () => {} }));

const guests = () => db().user.count({ where: { guest: true } });
beforeEach(() => Object.assign(request, { address: [10, 0, 0, 0].map((part) => part || randomInt(256)).join('.'), cookies: new Map() }));
afterAll(closeDb);

it('makes a guest once, and knows them again', async () => {
  const guest = await ensureActor({ limit: 'submissionFromAddress' });
  expect(guest.guest).toBe(true);
  expect(await ensureActor({ limit: 'submissionFromAddress' })).toEqual(guest);
});

it('counts the work of all guests of one address together, and makes nobody of a refused request', async () => {
  for (let index = 0; index < 300; index += 1) await countFromAddress({ actor: null, limit: 'submissionFromAddress' });
  const before = await guests();
  await expect(ensureActor({ limit: 'submissionFromAddress' })).rejects.toMatchObject({ status: 429, retryAfter: expect.any(Number) });
  const old = await db().user.create({ data: { guest: true } });
  request.cookies.set('coursewright-guest', signGuestId(old.id));
  expect(await getActor()).toMatchObject({ id: old.id });
  await expect(ensureActor({ limit: 'submissionFromAddress' })).rejects.toMatchObject({ status: 429 });
  expect(await guests()).toBe(before + 1);
});

it('does not count people with an account, nor other work', async () => {
  const person = await db().user.create({ data: { name: 'Ada' }, select: { id: true, guest: true, name: true, email: true, roles: true } });
  for (let index = 0; index < 400; index += 1) await countFromAddress({ actor: person, limit: 'runFromAddress' });
  await countFromAddress({ actor: null, limit: 'runFromAddress' });
});
