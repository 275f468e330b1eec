import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import { test as base, expect, type BrowserContext } from '@playwright/test';
import pg from 'pg';

export { expect };

export const LESSON = '/courses/flask/working-with-cookies';

type Person = { id: string; name: string; email: string };
type People = {
  /** makes a person in the database and signs the context's browser in as them */
  signIn: (context: BrowserContext, options?: { name?: string; roles?: ('instructor' | 'author' | 'admin')[] }) => Promise<Person>;
};
type Fixtures = {
  database: pg.Client;
  people: People;
  /** what this test provokes in the console on purpose */
  provoked: RegExp | null;
  quietConsole: void;
};

/** What a browser says of an answer that is not 2xx: the tests look at statuses themselves. */
const STATUS_LINE = /Failed to load resource: the server responded with a status of (4|5)\d\d/;

/**
 * Tests get a database client, a way to sign people in without the form, and a watch on the browser's console: any
 * error, warning or uncaught exception (a policy violation, a hydration mismatch) fails the test.
 */
export const test = base.extend<Fixtures>({
  database: async ({}, use) => {
    const { databaseUrl } = JSON.parse(fs.readFileSync('test-results/site.json', 'utf8')) as { databaseUrl: string };
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await use(client);
    await client.end();
  },

  people: async ({ database, baseURL }, use) => {
    const signIn: People['signIn'] = async (context, { name = 'Test Person', roles = [] } = {}) => {
      const person = { id: randomUUID(), name, email: `${randomUUID()}@example.com` };
      await database.query('INSERT INTO "User" (id, name, email, "emailVerified", roles) VALUES ($1, $2, $3, now(), $4::"Role"[])', [person.id, name, person.email, roles]);
      const token = randomUUID();
      await database.query(`INSERT INTO "Session" (id, "sessionToken", "userId", expires) VALUES ($1, $2, $3, now() + interval '1 hour')`, [randomUUID(), token, person.id]);
      await context.addCookies([{ name: 'next-auth.session-token', value: token, url: baseURL ?? '' }]);
      return person;
    };
    await use({ signIn });
  },

  provoked: [null, { option: true }],

  quietConsole: [
    async ({ context, provoked }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const loud = ['error', 'warning'].includes(message.type()) && !STATUS_LINE.test(message.text()) && !provoked?.test(message.text());
        if (loud) complaints.push(`${message.type()}: ${message.text()} (${message.page()?.url() ?? ''})`);
      });
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      await use();
      expect(complaints, 'the browser console stays quiet').toEqual([]);
    },
    { auto: true },
  ],
});
