import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { expect, LESSON, test } from './fixtures';
import { openLesson } from './panel';

type Quiz = { questions: { id: string; answer: string; options: { id: string }[] }[] };
/** the questions; the page has other groups of radio buttons too */
const QUESTIONS = 'form:has(input[name="quiz"]) fieldset';
const quiz = parse(fs.readFileSync('content/courses/flask/lessons/working-with-cookies/quiz.yaml', 'utf8')) as Quiz;

async function answer(page: Page, { wrong }: { wrong: number }): Promise<void> {
  for (const [index, question] of quiz.questions.entries()) {
    const chosen = index < wrong ? question.options.find(({ id }) => id !== question.answer)?.id : question.answer;
    const radio = page.locator(`input[name="answer.${question.id}"][value="${chosen}"]`);
    if (await radio.count()) await radio.check();
  }
}

test('a learner hands in the quiz, tries only the wrong ones again, and finds the score tomorrow', async ({ page }) => {
  await openLesson(page);
  await answer(page, { wrong: 3 });
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '7 of 10 right.' })).toBeFocused();
  await expect(page.getByText('Not right')).toHaveCount(3);

  await page.getByRole('link', { name: 'Try the 3 you missed again' }).click();
  await expect(page.locator(QUESTIONS)).toHaveCount(3);
  await answer(page, { wrong: 0 });
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '10 of 10 right.' })).toBeFocused();

  await page.reload();
  await page.locator(QUESTIONS).first().scrollIntoViewIfNeeded();
  await expect(page.getByText('You handed this in before: 10 of 10 right.')).toBeVisible();
});

test('choices survive a reload before handing in', async ({ page }) => {
  await openLesson(page);
  const radio = page.locator(`input[name="answer.${quiz.questions[4]?.id}"]`).nth(2);
  await radio.check(); // before the quiz's script is there: it comes at the first sign of use
  await expect(page.getByText('1 of 10 answered')).toBeVisible();
  await page.reload();
  await expect(radio).toBeChecked();
  await expect(page.getByText('1 of 10 answered')).toBeVisible();
});

test('a double click hands in once', async ({ page, database }) => {
  await openLesson(page);
  await answer(page, { wrong: 1 });
  const before = await database.query('SELECT count(*)::int AS n FROM "QuizAttempt"');
  await page.getByRole('button', { name: 'Hand in' }).dblclick();
  await expect(page.getByRole('heading', { name: '9 of 10 right.' })).toBeVisible();
  const after = await database.query('SELECT count(*)::int AS n FROM "QuizAttempt"');
  expect(after.rows[0].n - before.rows[0].n).toBe(1);
});

test('options stand in the same order for everybody and every time', async ({ page, browser, baseURL }) => {
  const orderIn = async (target: Page) => {
    await target.goto(`${baseURL}${LESSON}`);
    return target.locator(`${QUESTIONS} input[type=radio]`).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  };
  const mine = await orderIn(page);
  const other = await browser.newContext();
  expect(await orderIn(await other.newPage())).toEqual(mine);
  await other.close();
  expect(mine).toHaveLength(40);
});

test('the whole quiz can be done by keyboard', async ({ page }) => {
  await openLesson(page);
  const first = page.locator(QUESTIONS).first().locator('input').first();
  await first.focus();
  for (let index = 0; index < quiz.questions.length; index += 1) {
    // a wide code block is a stop of its own: it scrolls by keyboard
    while (await page.locator('pre:focus').count()) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
  }
  await expect(page.getByText('10 of 10 answered')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /of 10 right\./ })).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form leads to the marks, and from there to the wrong ones only', async ({ page }) => {
    await page.goto(LESSON);
    await answer(page, { wrong: 2 });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page).toHaveURL(/\/quiz-attempts\//);
    await expect(page.getByRole('heading', { name: '8 of 10 right.' })).toBeVisible();
    await page.getByRole('link', { name: 'Try the 2 you missed again' }).click();
    await expect(page.locator(QUESTIONS)).toHaveCount(2);
    await answer(page, { wrong: 0 });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { name: '10 of 10 right.' })).toBeVisible();
  });
});
