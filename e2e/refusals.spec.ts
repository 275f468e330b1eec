import fs from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { expect, LESSON, test } from './fixtures';
import { openEditor, panel, writeProgram } from './panel';
import { EXERCISE } from './world';

const SOLUTION = fs.readFileSync('content/courses/flask/lessons/working-with-cookies/exercises/remember-language/solution.py', 'utf8');
const TOO_LONG = `${SOLUTION}# ${'x'.repeat(64 * 1024)}\n`;
const isPost = (route: Route) => route.request().method() === 'POST';
const submit = (page: Page) => panel(page).getByRole('button', { name: 'Submit' }).click();
const passed = (page: Page) => panel(page).getByText('All 5 checks pass').last();

test.describe('handing in', () => {
  // what the browser itself says of a connection that is cut on purpose
  test.use({ provoked: /net::ERR_(INTERNET_DISCONNECTED|FAILED)/ });

  test('code over 64 KB is refused with the limit, and stays', async ({ page }) => {
    await page.goto(LESSON);
    await writeProgram(page, TOO_LONG);
    await submit(page);
    await expect(panel(page).getByText('Your code is 65 KB; the limit is 64 KB.').last()).toBeVisible();
    await expect(panel(page).locator('.cm-content')).toContainText('make_response');
  });

  test('too many submissions show a countdown, and handing in works when it ends (the answer of the API is made up: that it comes is tested on the server)', async ({ page }) => {
    await page.goto(LESSON);
    let refused = 0;
    await page.route('**/api/submissions', (route) => {
      if (!isPost(route) || refused > 0) return route.fallback();
      refused += 1;
      return route.fulfill({ status: 429, headers: { 'retry-after': '3' }, json: { error: { code: 'too-many', message: 'Too many requests. Try again in 3 seconds.', retryAfter: 3 } } });
    });
    await writeProgram(page, SOLUTION);
    await submit(page);
    const countdown = panel(page).getByText(/You can submit again in \d seconds?\./);
    await expect(countdown).toBeVisible();
    await expect(countdown).toBeHidden();
    await submit(page);
    await expect(passed(page)).toBeVisible({ timeout: 20_000 });
  });

  test('code that is stored while grading is paused is said to be safe, and its verdict comes later (the pause is made up)', async ({ page }) => {
    await page.goto(LESSON);
    let paused = true;
    await page.route(/\/api\/submissions(\/[\w-]+)?$/, async (route) => {
      const response = await route.fetch();
      const { submission } = (await response.json()) as { submission: Record<string, unknown> };
      if (!paused) return route.fulfill({ response });
      const waiting = { ...submission, state: 'paused', queuePosition: null, queueSeconds: null, pollAfterMs: 1000, result: null };
      return route.fulfill({ status: isPost(route) ? 503 : 200, json: { submission: waiting, error: { code: 'unavailable', message: 'Grading is paused.', retryAfter: 10 } } });
    });
    await writeProgram(page, SOLUTION);
    await submit(page);
    await expect(panel(page).getByText('Saved; it will be graded', { exact: true })).toBeVisible();
    paused = false;
    await expect(passed(page)).toBeVisible({ timeout: 30_000 });
    await expect(panel(page).getByText('Saved; it will be graded', { exact: true })).toBeHidden();
  });

  test('offline, the code is kept and said to be safe; online again, it is handed in once', async ({ page, context }) => {
    await page.goto(LESSON);
    await writeProgram(page, SOLUTION);
    await context.setOffline(true);
    await submit(page);
    await expect(panel(page).getByText('The site cannot be reached').first()).toBeVisible();
    await expect(panel(page).locator('.cm-content')).toContainText('make_response');
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect(panel(page).getByText('The site cannot be reached').first()).toBeVisible();
    await context.setOffline(false);
    await expect(passed(page)).toBeVisible({ timeout: 20_000 });
    expect(await countOwn(page)).toBe(1);
  });

  test('an answer that was lost on the way is asked for again without a second submission', async ({ page }) => {
    await page.goto(LESSON);
    let lost = 0;
    await page.route('**/api/submissions', async (route) => {
      if (!isPost(route) || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch(); // the site has heard and stored it
      await route.abort('failed');
    });
    await writeProgram(page, SOLUTION);
    await submit(page);
    await expect(panel(page).getByText('Trying again will not hand it in twice.')).toBeVisible({ timeout: 20_000 });
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect(passed(page)).toBeVisible({ timeout: 20_000 });
    expect(await countOwn(page)).toBe(1);
  });
});

/** How many submissions of theirs the site has stored. */
async function countOwn(page: Page): Promise<number> {
  const answer = (await (await page.request.get(`/api/submissions?exercise=${EXERCISE}`)).json()) as { submissions: unknown[] };
  return answer.submissions.length;
}

test('hints open one at a time', async ({ page }) => {
  await page.goto(LESSON);
  const shown = () => panel(page).locator('summary:visible').filter({ hasText: /hint/ });
  await expect(shown()).toHaveCount(1);
  for (const position of [1, 2, 3, 4]) {
    await shown().last().click();
    await expect(shown(), `after hint ${position}`).toHaveCount(Math.min(position + 1, 4));
  }
});

test('the model solution is refused until it is earned, and says what would earn it', async ({ page }) => {
  await page.goto(LESSON);
  await openEditor(page);
  await panel(page).getByRole('link', { name: 'Model solution' }).click();
  await expect(panel(page).getByText('The solution opens when all checks pass, or after 3 more tries with different code.')).toBeVisible();
  await page.goto(`/solutions/${EXERCISE}`);
  await expect(page.getByText('The solution opens when all checks pass, or after 3 more tries with different code.')).toBeVisible();
});

test('a printed lesson has its prose and code, and nothing that is to be clicked or typed', async ({ page }) => {
  await page.goto(LESSON);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('figure[id^="example-"] pre').first()).toBeVisible();
  const shown = await page.locator('button:visible, nav[aria-label="Site"] a:visible, summary:visible').allInnerTexts();
  expect(shown).toEqual([]);
  await expect(page.locator('details', { hasText: 'Show the answer' }).first().locator('p').first(), 'answers are printed').toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('code over 64 KB is refused with the limit, and stays', async ({ page }) => {
    await page.goto(LESSON);
    await panel(page).getByRole('textbox', { name: 'Your program' }).fill(TOO_LONG);
    await submit(page);
    await expect(panel(page).getByText('Your code is 65 KB; the limit is 64 KB.')).toBeVisible();
    await expect(panel(page).getByRole('textbox', { name: 'Your program' })).toHaveValue(TOO_LONG);
  });
});
