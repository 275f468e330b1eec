import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDb, db, Prisma, readRows } from './db';
import { env } from './env';

afterAll(closeDb);

describe('rows of a prepared statement', () => {
  it('hold the same moments as rows read by Prisma, in both directions', async () => {
    const at = new Date('2026-07-01T12:34:56.789Z');
    const { id } = await db().user.create({ data: { guest: true, createdAt: at } });
    const find = (moment: Date) => readRows<{ id: string; createdAt: Date }>(Prisma.sql`SELECT "id", "createdAt" FROM "User" WHERE "id" = ${id} AND "createdAt" = ${moment}::timestamp`);
    expect(await find(at)).toEqual([{ id, createdAt: at }]);
    expect(await find(new Date(at.getTime() + 1))).toEqual([]);
  });

  it('take other values the second time', async () => {
    const say = (word: string | null) => readRows<{ word: string | null }>(Prisma.sql`SELECT ${word}::text AS word`);
    expect([await say('one'), await say(null)]).toEqual([[{ word: 'one' }], [{ word: null }]]);
  });

  it('survive that their connection is cut', async () => {
    const pid = () => readRows<{ pid: number }>(Prisma.sql`SELECT pg_backend_pid() AS pid`);
    const [cut] = await pid();
    const other = new pg.Client({ connectionString: env().DATABASE_URL });
    await other.connect();
    await other.query('SELECT pg_terminate_backend($1::int)', [cut?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.end();
    expect((await pid())[0]?.pid).not.toBe(cut?.pid);
  });
});
