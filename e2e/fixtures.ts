import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import { test as base, expect, type BrowserContext } from '@playwright/test';
import pg from 'pg';

export { expect };

export const LESSON = '/courses/flask/working-with-cookies';

/** Where the site under test keeps its data: scripts/test/serve-for-e2e.ts writes it down. */
export const readDatabaseUrl = () => (JSON.parse(fs.readFileSync('test-results/site.json', 'utf8')) as { databaseUrl: string }).databaseUrl;

type Role = 'instructor' | 'author' | 'admin';
type Person = { id: string; name: string; email: string };
export type People = {
  /** makes a person in the database and signs the context's browser in as them */
  signIn: (context: BrowserContext, options?: { name?: string; roles?: Role[] }) => Promise<Person>;
};
type Fixtures = {
  database: pg.Client;
  people: People;
  /** what this test provokes in the console on purpose */
  provoked: RegExp | null;
  quietConsole: void;
};

/** the cookie that carries a session */
export const SESSION_COOKIE = 'next-auth.session-token';

/** A person with a session, made in the database: no form takes part. */
export async function makePerson(database: pg.Client, { name = 'Test Person', roles = [] }: { name?: string; roles?: Role[] } = {}): Promise<Person & { token: string }> {
  const person = { id: randomUUID(), name, email: `${randomUUID()}@example.com`, token: randomUUID() };
  await database.query('INSERT INTO "User" (id, name, email, "emailVerified", roles) VALUES ($1, $2, $3, now(), $4::"Role"[])', [person.id, name, person.email, roles]);
  await database.query(`INSERT INTO "Session" (id, "sessionToken", "userId", expires) VALUES ($1, $2, $3, now() + interval '1 hour')`, [randomUUID(), person.token, person.id]);
  return person;
}

/** What a browser says of an answer that is not 2xx: the tests look at statuses themselves. */
const STATUS_LINE = /Failed to load resource: the server responded with a status of (4|5)\d\d/;

/**
 * Playwright tries scripts of its own in every frame, in some versions of Chromium for its traces as well; in the frame
 * that shows a learner's app nothing runs, and the browser says so. That nothing of the app runs there either is what
 * mini-browser-locks.spec.ts looks at.
 */
const TRIED_IN_THE_FRAME = /^Blocked script execution in 'about:srcdoc'/;

/**
 * Tests get a database client, a way to sign people in without the form, and a watch on the browser's console: any
 * error, warning or uncaught exception (a policy violation, a hydration mismatch) fails the test.
 */
export const test = base.extend<Fixtures>({
  database: async ({}, use) => {
    const client = new pg.Client({ connectionString: readDatabaseUrl() });
    await client.connect();
    await use(client);
    await client.end();
  },

  people: async ({ database, baseURL }, use) => {
    const signIn: People['signIn'] = async (context, options) => {
      const { token, ...person } = await makePerson(database, options);
      await context.addCookies([{ name: SESSION_COOKIE, value: token, url: baseURL ?? '' }]);
      return person;
    };
    await use({ signIn });
  },

  provoked: [null, { option: true }],

  quietConsole: [
    async ({ context, provoked }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const loud = ['error', 'warning'].includes(message.type()) && !STATUS_LINE.test(message.text()) && !TRIED_IN_THE_FRAME.test(message.text()) && !provoked?.test(message.text());
        if (loud) complaints.push(`${message.type()}: ${message.text()} (${message.page()?.url() ?? ''})`);
      });
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      await use();
      expect(complaints, 'the browser console stays quiet').toEqual([]);
    },
    { auto: true },
  ],
});
