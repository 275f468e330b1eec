import fs from 'node:fs';
import { expect, LESSON, test } from './fixtures';
import { openLesson, panel, writeProgram } from './panel';

const EXERCISE = 'content/courses/flask/lessons/working-with-cookies/exercises/remember-language';
const read = (file: string) => fs.readFileSync(`${EXERCISE}/${file}`, 'utf8');

test('a student runs an example, gets the exercise wrong, then right, and finds it done after signing up', async ({ page }) => {
  await openLesson(page);
  const example = page.locator('figure[id^="example-"]').first();
  await example.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(example.getByText('It ran just now and printed what the lesson says:')).toBeVisible();

  await writeProgram(page, read('wrong/no-make-response.py').replace(/^"""[\s\S]*?"""\n/, ''));
  await panel(page).getByRole('button', { name: 'Submit' }).click();
  await expect(panel(page).getByText(/of 5 checks pass/).last()).toBeVisible({ timeout: 20_000 });
  const link = panel(page).getByRole('link', { name: /Read about this mistake/ });
  await expect(link).toHaveAttribute('href', /#mistake-/);

  await writeProgram(page, read('solution.py'));
  await page.keyboard.press('Control+Enter');
  await expect(panel(page).getByText('All 5 checks pass').last()).toBeVisible({ timeout: 20_000 });
  await panel(page).getByRole('link', { name: 'Model solution' }).click();
  await expect(panel(page).getByText('response = make_response("Saved")').last()).toBeVisible();

  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Sam Student');
  await page.getByLabel('E-mail address').fill(`sam-${Date.now()}@example.com`);
  await page.getByLabel('Password').fill('correct horse battery staple');
  await page.getByRole('button', { name: /make my account/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
  await openLesson(page);
  await expect(page.getByText('1 of 3 done').first()).toBeVisible();
});

test('a double click on Submit, and a reload, make one submission', async ({ page, database }) => {
  await openLesson(page);
  const count = async () => (await database.query('SELECT count(*)::int AS n FROM "Submission"')).rows[0].n as number;
  const before = await count();
  await writeProgram(page, read('solution.py'));
  await panel(page).getByRole('button', { name: 'Submit' }).dblclick();
  await expect(panel(page).getByText('All 5 checks pass').last()).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(page.getByText('1 of 3 done').first()).toBeVisible();
  expect((await count()) - before).toBe(1);
});

test('the button that copies an example says so by name, and copies the program', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLesson(page);
  const example = page.locator('figure[id^="example-"]').first();
  await example.getByRole('button', { name: /^Copy the program “/ }).click();
  await expect(example.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await example.locator('code').first().textContent());
});

test('what was typed survives a reload', async ({ page }) => {
  await openLesson(page);
  await writeProgram(page, 'print("my own words")');
  await page.waitForTimeout(600); // drafts are saved within half a second
  await page.reload();
  await expect(panel(page).getByRole('textbox', { name: 'Your program' })).toHaveValue('print("my own words")');
});

test('the keyboard gets into the editor, from blank to blank, and out again', async ({ page }) => {
  await openLesson(page);
  const area = panel(page).getByRole('textbox', { name: 'Your program' });
  await area.focus();
  const editor = panel(page).locator('.cm-content');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('make_response');
  await expect(editor).toContainText('response = make_response("Saved")');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('set_cookie');
  await expect(editor).toContainText('response.set_cookie(');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a student submits the exercise and reads the result on a page', async ({ page }) => {
    await page.goto(LESSON);
    await panel(page).getByRole('textbox', { name: 'Your program' }).fill(read('solution.py'));
    await panel(page).getByRole('button', { name: 'Submit' }).click();
    await expect(page).toHaveURL(/\/submissions\//);
    await expect(page.getByText('All 5 checks pass').last()).toBeVisible();
    await page.goto(LESSON);
    await panel(page).getByRole('link', { name: 'Model solution' }).click();
    await expect(page.getByText('make_response("Saved")')).toBeVisible();
  });

  test('a student runs an example and reads its output on a page', async ({ page }) => {
    await page.goto(LESSON);
    await page.locator('figure[id^="example-"]').first().getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page).toHaveURL(/\/runs/);
    const name = fs.readdirSync('content/courses/flask/lessons/working-with-cookies/examples').find((file) => file.endsWith('.out'));
    expect(name).toBeTruthy();
    await expect(page.locator('pre, samp, output').filter({ hasText: /\S/ }).first()).toBeVisible();
  });
});
