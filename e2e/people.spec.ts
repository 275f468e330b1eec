import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const PASSWORD = 'correct horse battery';
const EXERCISE = 'flask-cookies-remember-language';
const newEmail = () => `${randomUUID()}@example.com`;

async function signUp(page: Page, { email, name = 'Ada Lovelace', next }: { email: string; name?: string; next?: string }) {
  await page.goto(next ? `/sign-up?next=${encodeURIComponent(next)}` : '/sign-up');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
}

async function signIn(page: Page, { email, password = PASSWORD }: { email: string; password?: string }) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

/** Hands something in from the page's browser, as a guest when nobody is signed in. */
const handIn = (page: Page) =>
  page.request.post('/api/submissions', { data: { exerciseId: EXERCISE, code: 'print("hello")', idempotencyKey: randomUUID() }, headers: { 'sec-fetch-site': 'same-origin' } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test("a guest's work is in the account after signing up, and again after signing in", async ({ page, database }) => {
      const email = newEmail();
      await handIn(page);
      await page.goto('/sign-up');
      await expect(page.getByText('what you did here as a guest')).toBeVisible();
      await signUp(page, { email });
      const count = async () => (await database.query('SELECT count(*)::int AS n FROM "Submission" s JOIN "User" u ON u.id = s."learnerId" WHERE u.email = $1', [email])).rows[0].n as number;
      expect(await count()).toBe(1);

      await page.goto('/account');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page.waitForURL('/');
      await handIn(page);
      await signIn(page, { email });
      await page.waitForURL('/');
      expect(await count()).toBe(2);
    });

    test('a form with mistakes says what is wrong beside each field, and keeps what was typed', async ({ page }) => {
      await page.goto('/sign-up');
      await page.getByLabel('Your name').fill('Ada');
      await page.getByLabel('E-mail address').fill('ada@nowhere');
      await page.getByLabel('Password').fill('short');
      await page.getByRole('button', { name: 'Make my account' }).click();
      await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/Write an e-mail address/);
      await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Use at least 8 characters/);
      await expect(page.getByLabel('Your name')).toHaveValue('Ada');
      await expect(page.getByLabel('E-mail address')).toHaveValue('ada@nowhere');
      await expect(page.getByLabel('Password')).toHaveValue('');
    });

    test('a wrong password and an unknown address are answered alike', async ({ page, database, people, context }) => {
      const { email, id } = await people.signIn(context);
      await context.clearCookies();
      await database.query('UPDATE "User" SET "passwordHash" = $2 WHERE id = $1', [id, '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0000000000000000000000000000000000000000000']);
      for (const address of [email, newEmail()]) {
        await signIn(page, { email: address, password: 'wrong' });
        await expect(page.getByRole('alert').filter({ hasText: 'The address or the password is not right' })).toBeVisible();
        await expect(page.getByLabel('E-mail address')).toHaveValue(address);
      }
    });

    test('a learner follows a join link, makes an account on the way, and their instructor finds their work', async ({ page, browser, people, baseURL }) => {
      const teacher = await browser.newContext({ baseURL, javaScriptEnabled });
      await people.signIn(teacher, { name: 'Grace Hopper', roles: ['instructor'] });
      const desk = await teacher.newPage();
      await desk.goto('/classrooms/new');
      await desk.getByLabel('Name').fill('Web programming');
      await desk.getByRole('button', { name: 'Make the classroom' }).click();
      await expect(desk.getByText('Nobody has joined yet')).toBeVisible();
      const classroom = desk.url();
      const link = (await desk.getByText(/\/join\/[A-Z0-9]{8}/).textContent())?.match(/\/join\/\w+/)?.[0] ?? '';

      await handIn(page);
      await page.goto(link);
      await expect(page.getByText('Grace Hopper can see your name')).toBeVisible();
      await page.getByRole('link', { name: 'Make an account' }).click();
      await signUp(page, { email: newEmail(), name: 'Ada Lovelace', next: link });
      await page.waitForURL(link);
      await page.getByRole('button', { name: 'Join the classroom' }).click();
      await expect(page.getByText('You are in the classroom now.')).toBeVisible();

      await desk.goto(classroom);
      await desk.getByRole('link', { name: 'Ada Lovelace' }).click();
      await expect(desk.getByRole('region', { name: 'Latest submissions' }).getByRole('link')).toHaveCount(1);
      await desk.getByRole('link', { name: /1 submission/ }).click();
      await expect(desk.locator('pre').filter({ hasText: 'print("hello")' }).first()).toBeVisible();

      await page.goto('/classrooms');
      await page.getByRole('button', { name: 'Leave Web programming' }).click();
      await expect(page.getByText('You have left the classroom.')).toBeVisible();
      expect((await desk.reload())?.status()).toBe(404);
    });

    test('an admin grants a role and makes a set-password link, which works once', async ({ page, browser, people, database, context, baseURL }) => {
      await people.signIn(context, { roles: ['admin'] });
      const person = await people.signIn(await browser.newContext({ baseURL }), { name: `Forgetful ${randomUUID().slice(0, 8)}` });
      await page.goto('/admin');
      await page.getByLabel('Name or e-mail address').fill(person.name);
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('link', { name: person.name }).click();
      await page.getByLabel('Instructor').check();
      await page.getByRole('button', { name: 'Save roles' }).click();
      await expect(page.getByText('Roles saved.')).toBeVisible();
      await expect(page.getByLabel('Instructor')).toBeChecked();
      expect((await database.query('SELECT roles::text FROM "User" WHERE id = $1', [person.id])).rows[0].roles).toBe('{instructor}');

      await page.getByRole('button', { name: 'Make a set-password link' }).click();
      const link = (await page.locator('code').filter({ hasText: '/set-password?token=' }).textContent()) ?? '';
      const theirs = await browser.newContext({ baseURL, javaScriptEnabled });
      const theirPage = await theirs.newPage();
      await theirPage.goto(new URL(link).pathname + new URL(link).search);
      await theirPage.getByLabel('New password').fill(PASSWORD);
      await theirPage.getByRole('button', { name: 'Save and sign in' }).click();
      await expect(theirPage.getByText('Your new password is saved')).toBeVisible();
      await theirs.clearCookies();
      await theirPage.goto(new URL(link).pathname + new URL(link).search);
      await expect(theirPage.getByText('This link does not work any more')).toBeVisible();
    });

    test("a link that was handed over shows whose account it is, and takes a guest's work along only when asked", async ({ page, people, database, browser, baseURL, context }) => {
      const owner = await people.signIn(await browser.newContext({ baseURL }), { name: 'Owner' });
      await people.signIn(context, { roles: ['admin'] });
      await page.goto(`/admin/people/${owner.id}`);
      await page.getByRole('button', { name: 'Make a set-password link' }).click();
      const link = new URL((await page.locator('code').filter({ hasText: '/set-password?token=' }).textContent()) ?? '');

      const guest = await (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
      await handIn(guest);
      await guest.goto(link.pathname + link.search);
      await expect(guest.getByText(owner.email)).toBeVisible();
      await guest.getByLabel('New password').fill(PASSWORD);
      await guest.getByRole('button', { name: 'Save and sign in' }).click();
      await expect(guest.getByRole('heading', { name: 'Work done here as a guest' })).toBeVisible();
      const count = async () => (await database.query('SELECT count(*)::int AS n FROM "Submission" WHERE "learnerId" = $1', [owner.id])).rows[0].n as number;
      expect(await count()).toBe(0);
      await guest.getByRole('button', { name: 'Move it to this account' }).click();
      await expect(guest.getByText('is in your account now')).toBeVisible();
      expect(await count()).toBe(1);
    });

    test('a guest can download and delete what they did', async ({ page, database }) => {
      await handIn(page);
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'download or delete it' }).click();
      await expect(page.getByRole('heading', { name: 'Your work as a guest' })).toBeVisible();
      const exported = (await (await page.request.get('/api/account/export')).json()) as { profile: { id: string }; submissions: unknown[] };
      expect(exported.submissions).toHaveLength(1);
      await page.getByLabel('To confirm').fill('delete my work');
      await page.getByRole('button', { name: 'Delete the guest’s work' }).click();
      await expect(page.getByText('What was done here as a guest is deleted.')).toBeVisible();
      expect((await database.query('SELECT 1 FROM "User" WHERE id = $1', [exported.profile.id])).rowCount).toBe(0);
    });

    test('a refused change of password brings no password back into the page', async ({ page }) => {
      await signUp(page, { email: newEmail() });
      await page.goto('/account');
      await page.getByLabel('Current password').fill('not my password');
      await page.getByLabel('New password').fill('another good one');
      await page.getByRole('button', { name: 'Change password' }).click();
      await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(/not your current password/);
      await expect(page.getByLabel('Current password')).toHaveValue('');
      await expect(page.getByLabel('New password')).toHaveValue('');
      expect(await page.content()).not.toContain('not my password');
    });

    test('an account can be exported, signed out everywhere, and deleted', async ({ page, browser, database, baseURL }) => {
      const email = newEmail();
      await signUp(page, { email });
      await handIn(page);
      const exported = (await (await page.request.get('/api/account/export')).json()) as { profile: { email: string }; submissions: { code: string }[] };
      expect(exported).toMatchObject({ profile: { email }, submissions: [{ code: 'print("hello")' }] });

      const phone = await (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
      await signIn(phone, { email });
      await phone.waitForURL('/');
      await page.goto('/account');
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await expect(page.getByText('You are signed out on every device.')).toBeVisible();
      await phone.goto('/account');
      await expect(phone).toHaveURL(/\/sign-in\?next=%2Faccount/);

      await signIn(page, { email });
      await page.waitForURL('/');
      await page.goto('/account');
      await page.getByLabel('To confirm').fill('delete');
      await page.getByRole('button', { name: 'Delete my account and data' }).click();
      await expect(page.getByLabel('To confirm')).toHaveAccessibleDescription(/Type “delete my account”/);
      await page.getByLabel('To confirm').fill('delete my account');
      await page.getByRole('button', { name: 'Delete my account and data' }).click();
      await expect(page.getByText('Your account and everything in it is deleted.')).toBeVisible();
      expect((await database.query('SELECT 1 FROM "User" WHERE email = $1', [email])).rowCount).toBe(0);
    });
  });
}

test('signing in leads back to where one wanted to go, and never to another site', async ({ page, people, context, database }) => {
  await signUp(page, { email: newEmail(), next: '/classrooms' });
  await expect(page).toHaveURL('/classrooms');
  await context.clearCookies();
  const email = newEmail();
  await signUp(page, { email, next: '//evil.example/classrooms' });
  await expect(page).toHaveURL('/');
  await context.clearCookies();
  await people.signIn(context);
  await page.goto('/sign-in?next=https://evil.example');
  await expect(page).toHaveURL('/');
  await database.query('DELETE FROM "User" WHERE email = $1', [email]);
});

test('a guesser is stopped, and told when to try again', async ({ page }) => {
  const email = newEmail();
  for (let tries = 0; tries <= 10; tries += 1) {
    await signIn(page, { email, password: `guess ${tries}` });
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  }
  await expect(page.getByText(/Too many requests\. Try again in \d+ seconds/)).toBeVisible();
});
