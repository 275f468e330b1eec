import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db';
import { createGuest, findGuest, findSessionUser } from './people';

it('finds a guest by id, and no account under a guest id', async () => {
  const guest = await createGuest();
  expect(await findGuest(guest.id)).toEqual({ id: guest.id, guest: true, name: null, email: null, roles: [] });
  const account = await db().user.create({ data: { email: `${guest.id}@example.com` } });
  expect(await findGuest(account.id)).toBeNull();
});

it('finds the person of a session until the session runs out', async () => {
  const user = await db().user.create({ data: { name: 'Ada' } });
  const token = `token-${user.id}`;
  await db().session.create({ data: { userId: user.id, sessionToken: token, expires: new Date(Date.now() + 60_000) } });
  expect(await findSessionUser(token)).toMatchObject({ id: user.id, name: 'Ada' });
  await db().session.update({ where: { sessionToken: token }, data: { expires: new Date(Date.now() - 1) } });
  expect(await findSessionUser(token)).toBeNull();
});
