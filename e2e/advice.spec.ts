import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { lookAt } from './look-at';
import { openLesson, panel, writeProgram } from './panel';

const FOLDER = 'content/courses/flask/lessons/working-with-cookies/exercises/remember-language';
const SOLUTION = fs.readFileSync(`${FOLDER}/solution.py`, 'utf8');
/** one visible check of four fails */
const SHORT_LIVED = SOLUTION.replace(/max_age=[^)]*\)/, 'max_age=60)');
/** Python is loaded and advice given within */
const LOADS = 90_000;

const note = (page: Page) => panel(page).getByRole('region', { name: 'Advice, no verdict' });
const run = (page: Page) => panel(page).getByRole('button', { name: 'Run', exact: true }).click();
const submit = (page: Page) => panel(page).getByRole('button', { name: 'Submit', exact: true }).click();

test('after a run the visible checks say how far it is, and a submission says so for the record', async ({ page, database }) => {
  test.setTimeout(180_000);
  expect(SHORT_LIVED).not.toBe(SOLUTION);
  await openLesson(page);

  await test.step('a program with one fault', async () => {
    await writeProgram(page, SHORT_LIVED);
    await run(page);
    await run(page); // the second one stops the checks of the first, of which nothing is said
    await expect(note(page)).toContainText('3 of 4 visible checks pass here. Submit for the record: one more check runs only there.', { timeout: LOADS });
    await note(page).getByText('Show the check that does not pass here').click();
    await expect(note(page)).toContainText('The lang cookie is kept for 30 days');
    await expect(note(page)).toContainText('GET /language/');
    await expect(panel(page).getByText(/^(Not yet|Failed)$/), 'no word of a verdict').toHaveCount(0);
    expect(await lookAt(page, { name: 'advice', within: 'section[data-kind="fill-in"]' })).toEqual([]);
  });

  await test.step('a program that cannot be read gets its error, and no advice', async () => {
    await writeProgram(page, 'def broken(:\n');
    await run(page);
    await expect(panel(page).getByText('Python says:')).toBeVisible();
    await expect(note(page)).toHaveCount(0);
  });

  await test.step('all visible checks pass, and the verdict is the same', async () => {
    await writeProgram(page, SOLUTION);
    await run(page);
    await expect(note(page)).toContainText('All 4 visible checks pass here.', { timeout: LOADS });
    const told = page.waitForResponse(/\/api\/submissions\/[^/]+\/advice$/);
    await submit(page);
    await expect(panel(page).getByText('All 5 checks pass.').first()).toBeVisible();
    await expect(note(page)).toHaveCount(0);
    expect(await (await told).json()).toEqual({ compared: 4 });
    const { rows } = await database.query('SELECT agrees, compared, versions FROM "AdviceComparison" ORDER BY "createdAt" DESC LIMIT 1');
    expect(rows).toEqual([{ agrees: true, compared: 4, versions: expect.objectContaining({ python: expect.stringMatching(/^3\./), flask: expect.stringMatching(/^3\./) }) }]);
  });
});

test('where browser and grader disagree, authors see both, and the learner nothing', async ({ page, database, people, browser, baseURL }) => {
  test.setTimeout(180_000);
  await openLesson(page);
  // a browser whose Python has it wrong
  await page.route(/\/api\/submissions\/[^/]+\/advice$/, async (route) => {
    const report = route.request().postDataJSON() as { checks: { name: string; status: string; message: string }[] };
    const checks = report.checks.map((check, index) => (index === 0 ? { ...check, status: 'failed', message: 'GET /language/fr: the status should be 200, and it is 500.' } : check));
    await route.continue({ postData: JSON.stringify({ ...report, checks }) });
  });
  await writeProgram(page, SOLUTION);
  await run(page);
  await expect(note(page)).toBeVisible({ timeout: LOADS });
  const told = page.waitForResponse(/\/advice$/);
  await submit(page);
  await expect(panel(page).getByText('All 5 checks pass.').first()).toBeVisible();
  expect((await told).status()).toBe(200);

  const { rows } = await database.query('SELECT "submissionId" FROM "AdviceComparison" WHERE NOT agrees ORDER BY "createdAt" DESC LIMIT 1');
  const context = await browser.newContext({ baseURL });
  await people.signIn(context, { roles: ['author'] });
  const author = await context.newPage();
  await author.goto('/account');
  await author.getByRole('link', { name: 'Browser and grader' }).click();
  await expect(author.getByRole('heading', { level: 1, name: 'Browser and grader' })).toBeVisible();
  const section = author.getByRole('region', { name: "Remember the visitor's language" });
  await expect(section).toContainText('/language/<code> answers Saved and sends the lang cookie');
  await expect(section).toContainText('the status should be 200, and it is 500');
  await expect(section).toContainText(rows[0].submissionId);
  expect(await lookAt(author, { name: 'disagreements' })).toEqual([]);
  await author.screenshot({ path: 'test-results/disagreements.png', fullPage: true });
  await context.close();
});
