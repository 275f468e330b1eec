import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, LESSON, test } from './fixtures';
import { lookAt } from './look-at';
import { panel, writeProgram } from './panel';
import { EXERCISE } from './world';

const SOLUTION = fs.readFileSync('content/courses/flask/lessons/working-with-cookies/exercises/remember-language/solution.py', 'utf8');

type Wait = { state: string; queuePosition: number | null; queueSeconds: number | null; movedAside: string | null };
const THIRD: Wait = { state: 'queued', queuePosition: 3, queueSeconds: 4, movedAside: null };

/** Puts a wait in place of what the site says of a submission, until it is null. */
async function pretend(page: Page, wait: () => Wait | null): Promise<void> {
  await page.route(/\/api\/submissions(\/[\w-]+)?$/, async (route) => {
    const response = await route.fetch();
    const told = wait();
    if (!told) return route.fulfill({ response });
    const { submission } = (await response.json()) as { submission: Record<string, unknown> };
    return route.fulfill({ status: 202, json: { submission: { ...submission, ...told, pollAfterMs: 400, result: null } } });
  });
}

test('who waits reads the place in line and an estimate, then that the program moved aside, then the verdict (the waits are made up)', async ({ page }) => {
  let wait: Wait | null = THIRD;
  await pretend(page, () => wait);
  await page.goto(LESSON);
  await writeProgram(page, SOLUTION);
  await panel(page).getByRole('button', { name: 'Submit' }).click();
  await expect(panel(page).getByText('3rd in line, about 4 seconds', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await lookAt(page, { name: 'waiting', within: 'section[data-kind="fill-in"]' })).toEqual([]);

  const said = panel(page).locator('form > [role=status]');
  await expect(said).toHaveText('3rd in line, about 4 seconds.');
  wait = { ...THIRD, queuePosition: 2, queueSeconds: 2 };
  await expect(panel(page).getByText('2nd in line, about 2 seconds', { exact: true })).toBeVisible();
  await expect(said, 'a place less is seen, and not read aloud').toHaveText('3rd in line, about 4 seconds.');
  wait = { ...wait, movedAside: 'ran-long' };
  await expect(said).toContainText('It took longer than usual, so it moved aside to let others through. It will finish.');
  wait = { ...wait, state: 'grading', queuePosition: null, queueSeconds: null };
  await expect(said).toContainText('Your program is being graded now.');
  wait = null;
  await expect(panel(page).getByText('All 5 checks pass').last()).toBeVisible();
});

test('the page of a submission that waits looks again by itself, without scripts, until the verdict is there', async ({ browser, people, database, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const { id: learner } = await people.signIn(context);
  const id = randomUUID();
  await database.query(
    `INSERT INTO "Submission" (id, "learnerId", "courseId", "lessonId", "exerciseId", code, "idempotencyKey", "contentHash", seed)
     VALUES ($1, $2, 'flask', 'working-with-cookies', $3, 'print(1)', $1, 'x', 1)`,
    [id, learner, EXERCISE],
  );
  // its time comes in an hour, so that no grader takes it while this test looks
  await database.query(`SELECT graphile_worker.add_job('grade-submission', json_build_object('submissionId', $1::text), job_key => 'grade:' || $1, run_at => now() + interval '1 hour')`, [id]);
  const page = await context.newPage();
  await page.goto(`/submissions/${id}`);
  await expect(page.getByText(/^(Next|\d+\w\w) in line/)).toBeVisible();

  const usage = { cpuMs: 20, wallMs: 5003, peakMemoryKb: 31 * 1024, outputBytes: 0 };
  const result = { verdict: 'over-limit', summary: 'Your program was stopped.', checks: [], hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: 'time', mistake: null, seed: 1, imageHash: '', usage, limits: { seconds: 5, cpuSeconds: 4, memoryMb: 320, outputKb: 64 }, phases: {} };
  await database.query(`SELECT graphile_worker.remove_job('grade:' || $1)`, [id]);
  await database.query(`UPDATE "Submission" SET verdict = 'over-limit', result = $2, "finishedAt" = now() AT TIME ZONE 'utc' WHERE id = $1`, [id, JSON.stringify(result)]);
  await expect(page.getByText('Stopped at 5 s of 5 s · 31 MB of memory · printed nothing')).toBeVisible({ timeout: 20_000 });
  await context.close();
});
