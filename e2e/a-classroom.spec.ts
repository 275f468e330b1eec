import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { expect, test } from './fixtures';

const CODE = fs.readFileSync('content/courses/flask/lessons/working-with-cookies/exercises/remember-language/solution.py', 'utf8');

test('an instructor makes a classroom, a learner joins with its code and works, and the instructor sees it', async ({ page, context, browser, people, baseURL }) => {
  await people.signIn(context, { name: 'Iris Instructor', roles: ['instructor'] });
  await page.goto('/classrooms/new');
  await page.getByLabel('Name').fill('Web, Tuesday');
  await page.getByRole('button', { name: /make|create/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Web, Tuesday/ })).toBeVisible();
  const classroomUrl = page.url();
  const code = ((await page.locator('[aria-label^="Join code"]').first().getAttribute('aria-label')) ?? '').replace('Join code', '').replaceAll(' ', '');
  expect(code.length).toBeGreaterThan(5);

  const theirs = await browser.newContext({ baseURL });
  const learner = await people.signIn(theirs, { name: 'Lena Learner' });
  const tab = await theirs.newPage();
  await tab.goto(`/join/${code}`);
  await tab.getByRole('button', { name: /join/i }).click();
  await expect(tab.getByText(/You are in|Web, Tuesday/).first()).toBeVisible();
  await tab.goto('/courses/flask/working-with-cookies');
  const posted = await tab.request.post('/api/submissions', { data: { exerciseId: 'flask-cookies-remember-language', code: CODE, idempotencyKey: randomUUID() }, headers: { 'sec-fetch-site': 'same-origin' } });
  expect([200, 202]).toContain(posted.status());
  await expect(async () => {
    const { id } = ((await posted.json()) as { submission: { id: string } }).submission;
    const answer = (await (await tab.request.get(`/api/submissions/${id}`)).json()) as { submission: { state: string } };
    expect(answer.submission.state).toBe('graded');
  }).toPass({ timeout: 20_000 });

  await page.goto(classroomUrl);
  const row = page.getByRole('row', { name: /Lena Learner/ });
  await expect(row).toContainText(/1/);
  await row.getByRole('link', { name: 'Lena Learner' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lena Learner' })).toBeVisible();
  await page.getByRole('link', { name: /1 submission/ }).click();
  await expect(page.getByText('All 5 checks pass').first()).toBeVisible();

  // another instructor, and the learner themselves, see none of it
  const strange = await browser.newContext({ baseURL });
  await people.signIn(strange, { name: 'Otto Other', roles: ['instructor'] });
  for (const visitor of [strange, theirs]) {
    for (const address of [classroomUrl, `${classroomUrl}/learners/${learner.id}`]) expect((await visitor.request.get(address)).status(), address).toBe(404);
  }
  await theirs.close();
  await strange.close();
});
