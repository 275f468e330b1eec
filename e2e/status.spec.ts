import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';

test('a guest reads without scripts whether grading is open and how long people wait, from the foot of any page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Status of grading' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Grading is open/);
  await expect(page.getByText('Workers alive')).toBeVisible();
  const shown = page.getByRole('table', { name: 'The last hour' }).or(page.getByText('Nothing was graded in the last hour'));
  await expect(shown.first()).toBeVisible();
  await context.close();
});

test('the status page tells nothing of people or of how the sandbox is made', async ({ request, database }) => {
  const learner = randomUUID();
  await database.query(`INSERT INTO "User" (id, name) VALUES ($1, 'Zerubbabel Quux')`, [learner]);
  await database.query(
    `INSERT INTO "Submission" (id, "learnerId", "courseId", "lessonId", "exerciseId", code, "idempotencyKey", "contentHash", seed, verdict, result, "imageHash", "finishedAt")
     VALUES ($1, $2, 'flask', 'l', 'a-secret-exercise', 'secret_code()', $1, 'secrethash', 1, 'passed', '{"phases": {"queue": 3}}', 'imagehash', now() AT TIME ZONE 'utc')`,
    [randomUUID(), learner],
  );
  for (const address of ['/status', '/metrics']) {
    const text = await (await request.get(address)).text();
    for (const word of ['Zerubbabel', 'secret', 'imagehash', 'sha256:', learner]) expect(text, `${address}: ${word}`).not.toContain(word);
  }
});

test('metrics are in the format of Prometheus, with phases, queue, workers and requests', async ({ request }) => {
  const response = await request.get('/metrics');
  expect(response.headers()['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  expect(text).toContain('# TYPE coursewright_grading_phase_seconds gauge');
  expect(text).toMatch(/^coursewright_workers_alive [1-9]/m);
  expect(text).toMatch(/^coursewright_submissions_waiting \d/m);
  expect(text).toMatch(/^coursewright_sandbox_open\{engine="\w+"\} 1$/m);
  expect(text).toMatch(/^coursewright_http_request_duration_seconds_count\{route="[\w/-]+",method="GET",status="2xx"\} \d/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
});

test('metrics are refused, with what to do, to who comes through a proxy or under another name', async ({ request }) => {
  const asked: Record<string, string>[] = [{ 'x-forwarded-for': '203.0.113.9' }, { via: '1.1 proxy' }, { host: 'learn.example.org' }, { 'x-forwarded-for': '127.0.0.1', 'x-from-this-machine': 'yes' }];
  for (const headers of asked) {
    const response = await request.get('/metrics', { headers });
    expect(response.status(), JSON.stringify(headers)).toBe(401);
    expect(await response.text()).toContain('Set METRICS_TOKEN');
  }
});
