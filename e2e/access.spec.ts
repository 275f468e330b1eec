import type { APIRequestContext, Page } from '@playwright/test';
import { ACCESS, type AccessRow, WHO } from './access-table';
import { expect, test } from './fixtures';
import { routesOf } from './routes';
import { everybody, fill, makeWorld } from './world';

async function ask(request: APIRequestContext, row: AccessRow, { world, origin }: { world: Record<string, string>; origin: string }): Promise<string> {
  const response = await request.fetch(fill(row.path, world), { method: row.method, data: row.body, headers: { origin }, maxRedirects: 0, maxRetries: 2 });
  const signIn = response.status() === 307 && response.headers().location?.includes('/sign-in?next=');
  return signIn ? 'sign-in' : String(response.status());
}

test('the table knows every route', () => {
  const known = new Set(ACCESS.map((row) => row.route));
  expect(routesOf().filter((route) => !known.has(route))).toEqual([]);
});

test('every route answers each kind of visitor as the table says', async ({ browser, database, people, baseURL }) => {
  test.setTimeout(300_000);
  const { ids, contexts, close } = await everybody({ browser, people, baseURL });
  const world = await makeWorld(database, ids);

  const wrong: string[] = [];
  for (const row of ACCESS) {
    for (const who of WHO) {
      const answer = await ask(contexts[who].request, row, { world, origin: baseURL ?? '' });
      if (answer !== String(row.expected[who])) wrong.push(`${who}: ${row.method} ${row.path} answered ${answer}, not ${row.expected[who]}`);
    }
  }
  expect(wrong).toEqual([]);
  await close();
});

test('no write is taken from another site', async ({ request }) => {
  for (const { path: address, body } of ACCESS.filter((row) => row.method === 'POST')) {
    const response = await request.post(address, { data: body, headers: { origin: 'https://evil.example' } });
    expect(response.status(), address).toBe(403);
  }
});

/** What each form of a page would post. */
const formsOf = (page: Page): Promise<Record<string, string>[]> =>
  page.locator('main form').evaluateAll((found) => found.map((form) => Object.fromEntries([...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]))));

test("a form of the instructor's does nothing in a stranger's hands", async ({ browser, database, people, baseURL }) => {
  const mine = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const theirs = await browser.newContext({ baseURL });
  const instructor = await people.signIn(mine, { roles: ['instructor'] });
  const attacker = await people.signIn(theirs, { roles: ['instructor', 'admin'] });
  const [learner, stranger] = [await people.signIn(await browser.newContext({ baseURL })), await people.signIn(await browser.newContext({ baseURL }))];
  const world = await makeWorld(database, { visitor: '', admin: '', instructor: instructor.id, otherInstructor: attacker.id, learner: learner.id, stranger: stranger.id });

  const page = await mine.newPage();
  await page.goto(fill('/classrooms/{classroom}/settings', world));
  const forms = await formsOf(page);
  expect(forms.length).toBeGreaterThan(4);
  // the attacker's own settings page knows the same actions, so each post arrives
  const send = (request: APIRequestContext, form: Record<string, string>) =>
    request.post(fill('/classrooms/{otherClassroom}/settings', world), { multipart: form, headers: { origin: baseURL ?? '' }, maxRedirects: 0 });
  for (const form of forms) await send(theirs.request, { ...form, name: 'Stolen', email: attacker.email });
  const read = async () => {
    const { rows } = await database.query('SELECT name, "joinCode", "archivedAt", (SELECT count(*)::int FROM "ClassroomMember" WHERE "classroomId" = id) AS members FROM "Classroom" WHERE id = $1', [world.classroom]);
    return rows[0] as unknown;
  };
  const untouched = { name: 'Tuesday', joinCode: world.joinCode, archivedAt: null, members: 2 };
  expect(await read()).toEqual(untouched);

  const renaming = forms.find((form) => form.name === 'Tuesday') ?? {};
  await send(mine.request, { ...renaming, name: 'Wednesday' });
  expect(await read(), 'the same post works for the instructor').toEqual({ ...untouched, name: 'Wednesday' });
});

test("a form of the admin's does nothing in anybody else's hands", async ({ browser, database, people, baseURL }) => {
  const { ids, contexts, close } = await everybody({ browser, people, baseURL, javaScriptEnabled: false });
  const address = `/admin/people/${ids.learner}`;
  const page = await contexts.admin.newPage();
  await page.goto(address);
  const forms = await formsOf(page);
  expect(forms).toHaveLength(3); // roles, set-password link, signing out
  // an action is found from any page: what is posted here arrives, also from people who may not see the page
  const send = (request: APIRequestContext, form: Record<string, string>) => request.post(address, { multipart: form, headers: { origin: baseURL ?? '' }, maxRedirects: 0 });
  const read = async () => {
    const { rows } = await database.query(
      `SELECT roles::text, (SELECT count(*)::int FROM "Session" WHERE "userId" = "User".id) AS sessions, (SELECT count(*)::int FROM "VerificationToken" WHERE identifier LIKE '%' || "User".id || '%') AS links FROM "User" WHERE id = $1`,
      [ids.learner],
    );
    return rows[0] as unknown;
  };
  const untouched = { roles: '{}', sessions: 1, links: 0 };
  for (const who of ['visitor', 'stranger', 'learner', 'otherInstructor', 'instructor'] as const) {
    for (const form of forms) {
      const answer = await send(contexts[who].request, { ...form, roles: 'admin' });
      expect(await answer.text(), who).not.toContain('/set-password?token=');
      expect(await read(), `${who} posted ${Object.keys(form).join(', ')}`).toEqual(untouched);
    }
  }
  for (const form of forms) await send(contexts.admin.request, { ...form, roles: 'instructor' });
  expect(await read(), 'the same posts work for the admin').toEqual({ roles: '{instructor}', sessions: 0, links: 1 });
  await close();
});
