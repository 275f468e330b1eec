import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import type pg from 'pg';
import { parse } from 'yaml';
import { expect, LESSON, makePerson, test } from './fixtures';

const QUALITY = '/quality/flask/working-with-cookies';
const PARAGRAPH = 'A cookie has two parts';
const quiz = parse(fs.readFileSync('content/courses/flask/lessons/working-with-cookies/quiz.yaml', 'utf8')) as { id: string; questions: { id: string; answer: string; options: { id: string; text: string }[] }[] };
const [question] = quiz.questions as [(typeof quiz.questions)[number]];
const trap = question.options.find(({ id }) => id !== question.answer)?.id ?? '';

/** Twenty people who get everything right, but for one question, which most get wrong in the same way. */
async function fallIntoTrap(database: pg.Client): Promise<void> {
  for (let index = 0; index < 20; index += 1) {
    const { id } = await makePerson(database, { name: 'Zerubbabel Quux' });
    const answers = { ...Object.fromEntries(quiz.questions.map(({ id: questionId, answer }) => [questionId, answer])), ...(index < 19 ? { [question.id]: trap } : {}) };
    await database.query(
      `INSERT INTO "QuizAttempt" (id, "learnerId", "courseId", "lessonId", "quizId", "idempotencyKey", "contentHash", answers, score, total) VALUES ($1, $2, 'flask', 'flask-cookies', $3, $1, 'x', $4, 9, 10)`,
      [randomUUID(), id, quiz.id, answers],
    );
  }
}

const countReports = async (database: pg.Client, text: string) => ((await database.query('SELECT "doneAt" FROM "LessonReport" WHERE text = $1', [text])).rows as { doneAt: Date | null }[]).map(({ doneAt }) => (doneAt ? 'done' : 'open'));

/** Reports a paragraph, by the flag that a pointer finds at its end. */
async function reportParagraph(page: Page, text: string): Promise<void> {
  await page.goto(LESSON);
  const paragraph = page.locator('p', { hasText: PARAGRAPH });
  await paragraph.hover();
  await paragraph.getByTitle('Something is wrong here').click();
  await expect(page.getByRole('figure')).toContainText(PARAGRAPH);
  await page.getByRole('radio', { name: /It is not right/ }).check();
  await page.getByRole('button', { name: 'Send to the authors' }).click();
  await expect(page.getByLabel('What is wrong?')).toHaveAccessibleDescription(/Say in a few words/);
  await page.getByLabel('What is wrong?').fill(text);
  await page.getByRole('button', { name: 'Send to the authors' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to where you were' }).click();
  await expect(page).toHaveURL(/#p-[\da-f]{8}$/);
  await expect(paragraph).toBeInViewport();
}

/** Reports a question, by keyboard from the heading above the quiz. */
async function reportQuestion(page: Page, text: string): Promise<void> {
  await page.goto(LESSON);
  await page.locator('#quiz').getByRole('link', { name: 'Something is wrong here, in this section' }).focus();
  await page.keyboard.press('Enter');
  await page.locator(`input[name="at"][value="question-${question.id}"]`).check();
  await page.getByRole('radio', { name: /I do not understand it/ }).check();
  await page.getByLabel('What is wrong?').fill(text);
  await page.getByRole('button', { name: 'Send to the authors' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
}

test('a guest reports a paragraph and, without scripts, a question; an author sees both without a name, sees which question misleads, and marks a report as done', async ({ browser, page, database, people, baseURL }) => {
  const [aboutParagraph, aboutQuestion] = [`The value has quotes ${randomUUID()}`, `Two are right ${randomUUID()}`];
  await reportParagraph(page, aboutParagraph);
  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await reportQuestion(await plain.newPage(), aboutQuestion);
  await fallIntoTrap(database);

  const context = await browser.newContext({ baseURL, javaScriptEnabled: true });
  await people.signIn(context, { roles: ['author'] });
  const author = await context.newPage();
  await author.goto('/account');
  await author.getByRole('link', { name: 'How lessons do' }).click();
  await author.getByRole('link', { name: 'Learn Flask' }).click();
  const row = author.getByRole('listitem').filter({ has: author.getByRole('heading', { name: 'Working with cookies' }) });
  await expect(row).toContainText(/\d+ open reports/);
  await expect(row).toContainText('1 question misleads');
  await row.getByRole('link', { name: 'Working with cookies' }).click();

  const reports = author.getByRole('region', { name: 'Reported by learners' });
  const one = reports.getByRole('listitem').filter({ hasText: aboutParagraph });
  await expect(one).toContainText(PARAGRAPH);
  await expect(one.getByRole('link', { name: 'A paragraph in “Send a cookie”' })).toHaveAttribute('href', /#p-[\da-f]{8}$/);
  await expect(reports.getByRole('listitem').filter({ hasText: aboutQuestion })).toContainText('A question');
  const misleading = author.getByRole('region', { name: 'Questions' }).getByRole('listitem').filter({ hasText: 'It misleads: more people choose' });
  await expect(misleading).toHaveCount(1);
  await expect(misleading).toContainText(/\d+ of \d+ right \(\d+ %\), told apart/);
  expect(await author.content(), 'nobody is named').not.toContain('Zerubbabel');

  // the same post from somebody who is no author does nothing
  const form = await one.locator('form').evaluate((found) => Object.fromEntries([...new FormData(found as HTMLFormElement)].map(([name, value]) => [name, String(value)])));
  const stranger = await browser.newContext({ baseURL });
  await people.signIn(stranger, { roles: ['instructor'] });
  await stranger.request.post(QUALITY, { multipart: form, headers: { origin: baseURL ?? '' }, maxRedirects: 0 });
  expect(await countReports(database, aboutParagraph)).toEqual(['open']);

  await one.getByRole('button', { name: /^Mark as done/ }).click();
  await expect(author.getByRole('status').filter({ hasText: 'Marked as done' })).toBeVisible();
  expect(await countReports(database, aboutParagraph)).toEqual(['done']);
  expect(await countReports(database, aboutQuestion)).toEqual(['open']);
  for (const opened of [plain, context, stranger]) await opened.close();
});

test('every paragraph, example, exercise and question of a lesson has a flag, and each leads to a form about itself', async ({ page, request }) => {
  await page.goto(LESSON);
  const flags = await page.locator('article a[title="Something is wrong here"]').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('at') ?? ''));
  expect(flags.length).toBeGreaterThan(60);
  expect(flags.filter((at) => at === '')).toEqual([]);
  expect(new Set(flags).size).toBe(flags.length);
  // the reader of the content, which makes the form, names places as the build does
  const strange: string[] = [];
  for (const at of flags) {
    const answer = await (await request.get(`${LESSON}/report?at=${at}`)).text();
    if (!answer.includes('<blockquote')) strange.push(at);
  }
  expect(strange).toEqual([]);
});
