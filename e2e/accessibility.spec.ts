import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import type { Who } from './access-table';
import { expect, LESSON, test } from './fixtures';
import { lookAt } from './look-at';
import { openLesson, panel, writeProgram } from './panel';
import { routesOf } from './routes';
import { EXERCISE, everybody, fill, makeWorld } from './world';

const FOLDER = 'content/courses/flask/lessons/working-with-cookies/exercises/remember-language';
const SOLUTION = fs.readFileSync(`${FOLDER}/solution.py`, 'utf8');
const WRONG = fs.readFileSync(`${FOLDER}/wrong/no-make-response.py`, 'utf8').replace(/^"""[\s\S]*?"""\n/, '');
const BROKEN = 'def broken(:\n';
const QUIZ = 'form:has(input[name="quiz"])';
/** the first exercise of the lesson: its task, editor, results and hints */
const EXERCISE_BOX = 'section[data-kind="fill-in"]';

/** Every kind of page: its folder in app/, who looks at it, and its addresses, with `{…}` filled in with what the test made. */
const PAGES: { route: string; as: Who; paths: string[] }[] = [
  { route: '/', as: 'visitor', paths: ['/'] },
  { route: '/courses', as: 'visitor', paths: ['/courses'] },
  { route: '/courses/[course]', as: 'visitor', paths: ['/courses/flask'] },
  { route: '/courses/[course]/[lesson]', as: 'visitor', paths: [LESSON] },
  { route: '/courses/[course]/[lesson]/report', as: 'visitor', paths: [`${LESSON}/report?at=quiz`, `${LESSON}/report?at=quiz&done=sent`] },
  { route: '/courses/[course]/reference', as: 'visitor', paths: ['/courses/flask/reference'] },
  { route: '/courses/[...unknown]', as: 'visitor', paths: ['/courses/flask/no-such-lesson', '/courses/flaks'] },
  { route: 'not-found', as: 'visitor', paths: ['/no-such-page'] },
  { route: '/status', as: 'visitor', paths: ['/status'] },
  { route: '/sign-in', as: 'visitor', paths: ['/sign-in'] },
  { route: '/sign-in/mail-sent', as: 'visitor', paths: ['/sign-in/mail-sent'] },
  { route: '/sign-up', as: 'visitor', paths: ['/sign-up'] },
  { route: '/forgot-password', as: 'visitor', paths: ['/forgot-password'] },
  { route: '/set-password', as: 'visitor', paths: ['/set-password?token=made-up'] },
  { route: '/runs', as: 'visitor', paths: ['/runs?example=flask-cookies/send-a-cookie'] },
  { route: '/join', as: 'visitor', paths: ['/join', '/join?code=AAAAAAAA'] },
  { route: '/join/[code]', as: 'visitor', paths: ['/join/{joinCode}'] },
  { route: '/join/[code]', as: 'stranger', paths: ['/join/{joinCode}'] },
  { route: '/submissions', as: 'stranger', paths: ['/submissions?exercise={exercise}'] },
  { route: '/solutions/[exerciseId]', as: 'stranger', paths: ['/solutions/{exercise}'] },
  { route: '/account', as: 'learner', paths: ['/account'] },
  { route: '/submissions', as: 'learner', paths: ['/submissions?exercise={exercise}'] },
  { route: '/submissions/[id]', as: 'learner', paths: ['/submissions/{passed}', '/submissions/{failed}', '/submissions/{broken}'] },
  { route: '/solutions/[exerciseId]', as: 'learner', paths: ['/solutions/{exercise}'] },
  { route: '/quiz-attempts/[id]', as: 'learner', paths: ['/quiz-attempts/{attempt}'] },
  { route: '/classrooms', as: 'learner', paths: ['/classrooms'] },
  { route: '/classrooms', as: 'instructor', paths: ['/classrooms'] },
  { route: '/classrooms/new', as: 'instructor', paths: ['/classrooms/new'] },
  { route: '/classrooms/[id]', as: 'instructor', paths: ['/classrooms/{classroom}'] },
  { route: '/classrooms/[id]/settings', as: 'instructor', paths: ['/classrooms/{classroom}/settings'] },
  { route: '/classrooms/[id]/learners/[userId]', as: 'instructor', paths: ['/classrooms/{classroom}/learners/{learner}'] },
  { route: '/classrooms/[id]/learners/[userId]/exercises/[exerciseId]', as: 'instructor', paths: ['/classrooms/{classroom}/learners/{learner}/exercises/{exercise}'] },
  { route: '/agreement', as: 'admin', paths: ['/agreement'] },
  { route: '/quality', as: 'admin', paths: ['/quality'] },
  { route: '/quality/[course]', as: 'admin', paths: ['/quality/flask'] },
  { route: '/quality/[course]/[lesson]', as: 'admin', paths: ['/quality/flask/working-with-cookies'] },
  { route: '/admin', as: 'admin', paths: ['/admin'] },
  { route: '/admin/people/[userId]', as: 'admin', paths: ['/admin/people/{learner}'] },
];

/** What is not there, and must look well all the same. */
const MISSING = new Set(['/courses/flask/no-such-lesson', '/courses/flaks', '/no-such-page']);

/** Hands in code and returns the submission's id once it is graded. */
async function graded(request: APIRequestContext, { code, origin }: { code: string; origin: string }): Promise<string> {
  const posted = await request.post('/api/submissions', { data: { exerciseId: EXERCISE, code, idempotencyKey: randomUUID() }, headers: { origin } });
  const { id } = ((await posted.json()) as { submission: { id: string } }).submission;
  await expect(async () => {
    const { submission } = (await (await request.get(`/api/submissions/${id}`)).json()) as { submission: { state: string } };
    expect(submission.state).toBe('graded');
  }).toPass({ timeout: 20_000 });
  return id;
}

test('every kind of page is looked at below', () => {
  const known = new Set(PAGES.map(({ route }) => route));
  expect(routesOf(/^page\.tsx$/).filter((route) => !known.has(route))).toEqual([]);
});

test('every kind of page passes axe, light and dark, and fits 360 and 320 px', async ({ browser, database, people, baseURL }) => {
  test.setTimeout(600_000);
  const origin = baseURL ?? '';
  const { ids, contexts, close } = await everybody({ browser, people, baseURL });
  const made = await makeWorld(database, ids);
  await database.query('UPDATE "User" SET name = $2 WHERE id = $1', [ids.learner, 'Maximiliana Papadopoulou-Featherstonehaugh']);
  const learner = contexts.learner.request;
  const world = { ...made, failed: await graded(learner, { code: WRONG, origin }), broken: await graded(learner, { code: BROKEN, origin }), passed: await graded(learner, { code: SOLUTION, origin }) };

  const wrong: string[] = [];
  const waiting = PAGES.flatMap(({ as, paths }) => paths.map((path) => ({ as, path })));
  const looked: string[] = [];
  const look = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { as: who, path } = next;
      const page = await contexts[who].newPage();
      const address = fill(path, world);
      const response = await page.goto(address);
      const there = response?.status() === (MISSING.has(path) ? 404 : 200) && response.url() === `${origin}${address}`;
      if (!there) wrong.push(`${who} at ${path}: ${response?.status()} at ${response?.url()}`);
      wrong.push(...(await lookAt(page, { name: `${who} at ${path}` })));
      looked.push(path);
      await page.close();
    }
  };
  await Promise.all([look(), look()]); // axe keeps one processor busy with one page
  expect(wrong).toEqual([]);
  expect(looked).toHaveLength(PAGES.flatMap(({ paths }) => paths).length);
  await close();
});

test('every state of an exercise passes axe, light and dark, and fits 360 and 320 px', async ({ page }) => {
  test.setTimeout(180_000);
  await openLesson(page);
  const wrong: string[] = [];
  const look = async (name: string) => wrong.push(...(await lookAt(page, { name, within: EXERCISE_BOX })));
  await page.locator(`${EXERCISE_BOX} summary`).filter({ hasText: 'Show a hint' }).click();
  await look('a hint is open');
  await writeProgram(page, WRONG);
  await look('the editor is open');
  const results: [string, string, RegExp][] = [
    ['failed', WRONG, /of 5 checks pass/],
    ['did not run', BROKEN, /SyntaxError/],
    ['passed', SOLUTION, /All 5 checks pass/],
  ];
  for (const [name, code, sign] of results) {
    await writeProgram(page, code);
    await panel(page).getByRole('button', { name: 'Submit' }).click();
    await expect(panel(page).getByText(sign).last()).toBeVisible({ timeout: 20_000 });
    await look(`the result: ${name}`);
  }
  await panel(page).getByRole('link', { name: 'Model solution' }).click();
  await expect(panel(page).getByRole('region', { name: /solution/i }).or(panel(page).getByText('response = make_response("Saved")').last()).first()).toBeVisible();
  await look('the model solution is open');
  await panel(page).getByRole('link', { name: 'Earlier submissions' }).click();
  await look('earlier submissions are open');
  expect(wrong).toEqual([]);
});

test('a marked quiz passes axe, light and dark, and fits 360 and 320 px', async ({ page }) => {
  await openLesson(page);
  for (const question of await page.locator(`${QUIZ} fieldset`).all()) await question.locator('input').first().check();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: /of 10 right\./ })).toBeVisible();
  expect(await lookAt(page, { name: 'the marked quiz' })).toEqual([]);
});

test('forms with mistakes, and a new set-password link, pass axe', async ({ browser, people, context, page, baseURL }) => {
  const wrong: string[] = [];
  await page.goto('/sign-up');
  await page.getByLabel('E-mail address').fill('ada@nowhere');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/Write an e-mail address/);
  wrong.push(...(await lookAt(page, { name: 'signing up with mistakes' })));
  const { id } = await people.signIn(await browser.newContext({ baseURL }));
  await people.signIn(context, { roles: ['admin'] });
  await page.goto(`/admin/people/${id}`);
  await page.getByRole('button', { name: 'Make a set-password link' }).click();
  const link = new URL((await page.locator('code').filter({ hasText: '/set-password?token=' }).textContent()) ?? '');
  wrong.push(...(await lookAt(page, { name: 'a set-password link was made' })));
  await context.clearCookies();
  await page.goto(link.pathname + link.search);
  await expect(page.getByLabel('New password')).toBeVisible();
  wrong.push(...(await lookAt(page, { name: 'setting a password' })));
  expect(wrong).toEqual([]);
});

test('for whom asks for less motion nothing moves, not even for a frame', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(LESSON);
  // in one step of the page, so that nothing can end unseen
  const moving = await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
    return document.getAnimations().length;
  });
  expect(moving).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme), 'the theme has changed').toBe('dark');
});
