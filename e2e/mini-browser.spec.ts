import fs from 'node:fs';
import { expect, LESSON, test } from './fixtures';
import { lookAt } from './look-at';
import { address, browserIn, example, goTo, openApp, shownPage, status, view } from './mini-browser';
import { openLesson, panel, writeProgram } from './panel';

const FORGE = fs.readFileSync('content/courses/flask/lessons/working-with-cookies/examples/forge-a-cookie.py', 'utf8');
const IN_BROWSER = 'section[aria-label="Your app in a browser"]';

test('a cookie is set, looked at and forged; the session does not believe its forgery', async ({ page }) => {
  test.setTimeout(300_000);
  await openLesson(page);
  const place = example(page, 'forge-a-cookie');
  await openApp(place);

  await test.step('it opens where the lesson says, and the page is shown', async () => {
    await expect(address(place)).toHaveValue('/login');
    await expect(status(place)).toHaveText('GET /login: 200 OK');
    await expect(shownPage(place).getByText('You are logged in as a clerk.')).toBeVisible();
  });

  await test.step('the response is there as it came', async () => {
    await view(place, 'Response');
    await expect(browserIn(place).getByRole('group', { name: 'The response' })).toContainText(/^HTTP\/1\.1 200 OK\n[\s\S]*Set-Cookie: session=/);
  });

  await test.step('the session can be read, and changed under its old signature', async () => {
    await view(place, 'Cookies');
    await expect(browserIn(place).getByText('"role": "clerk"')).toBeVisible();
    await expect(browserIn(place).getByText(/Set by GET \/login\. It lasts until the browser is closed\./)).toBeVisible();
    expect(await lookAt(page, { name: 'the cookies', within: IN_BROWSER })).toEqual([]);
    await browserIn(place).getByRole('button', { name: 'Change session' }).click();
    await expect(browserIn(place).getByLabel('What session holds')).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{"role": manager}');
    await browserIn(place).getByRole('button', { name: 'Keep the change' }).click();
    await expect(browserIn(place).getByRole('alert')).toContainText('This is no JSON');
    await browserIn(place).getByLabel('What session holds').fill('{"role": "manager"}');
    await browserIn(place).getByRole('button', { name: 'Keep the change' }).click();
    await expect(browserIn(place).getByText('The signature is still the old one')).toBeVisible();
  });

  await test.step('a plain cookie is believed', async () => {
    await browserIn(place).getByLabel('Name', { exact: true }).fill('role');
    await browserIn(place).getByLabel('Value', { exact: true }).fill('manager');
    await browserIn(place).getByRole('button', { name: 'Add cookie' }).click();
    await view(place, 'Page');
    await goTo(place, '/careless');
    await expect(shownPage(place).getByText('Manager: True')).toBeVisible();
  });

  await test.step('the forged session is not, and the timeline says why', async () => {
    await goTo(place, '/careful');
    await expect(shownPage(place).getByText('Manager: False')).toBeVisible();
    await view(place, 'Timeline');
    const steps = browserIn(place).getByRole('tabpanel').getByRole('listitem');
    await expect(steps.filter({ hasText: 'Session' })).toContainText('Its signature does not fit: what it holds was changed, or it was signed with another SECRET_KEY.');
    await expect(steps.filter({ hasText: 'Session' }).getByRole('button'), 'Flask has no line of the program').toHaveCount(0);
    await expect(steps.filter({ hasText: /^View/ })).toContainText('careful');
    await expect(steps.filter({ hasText: /^View/ }).getByRole('button', { name: /^line \d+$/ })).toBeVisible();
    expect(await lookAt(page, { name: 'the timeline', within: IN_BROWSER })).toEqual([]);
  });

  await test.step('back and forward ask nothing, reload does', async () => {
    await view(place, 'Page');
    const rows = browserIn(place).getByRole('region', { name: 'Requests' }).getByRole('listitem');
    await expect(rows).toHaveCount(3);
    await browserIn(place).getByRole('button', { name: 'Back' }).click();
    await expect(address(place)).toHaveValue('/careless');
    await expect(shownPage(place).getByText('Manager: True')).toBeVisible();
    await browserIn(place).getByRole('button', { name: 'Forward' }).click();
    await expect(address(place)).toHaveValue('/careful');
    await expect(rows).toHaveCount(3);
    await browserIn(place).getByRole('button', { name: 'Reload' }).click();
    await expect(rows).toHaveCount(4);
    expect(await lookAt(page, { name: 'the page', within: IN_BROWSER })).toEqual([]);
  });

  await test.step('a new visitor has no cookies', async () => {
    await browserIn(place).getByRole('button', { name: 'New visitor' }).click();
    await expect(rowsOf(place)).toHaveCount(1);
  });

  await test.step('another run keeps cookies and history; whether the session still counts depends on the key', async () => {
    await goTo(place, '/careful');
    await view(place, 'Timeline');
    const session = browserIn(place).getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'Session' });
    await expect(session).toContainText("role'clerk'");
    await place.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(rowsOf(place)).toHaveCount(3);
    await expect(browserIn(place).getByText('The program ran again')).toBeVisible();
    await expect(status(place)).toHaveText('GET /careful: 200 OK');
    await expect(session, 'the view that was looked at is still there').toContainText("role'clerk'");
    await place.getByRole('button', { name: 'Edit' }).click();
    await expect(place.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(FORGE.replace('only-for-this-example', 'another-key'));
    await place.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(rowsOf(place)).toHaveCount(4);
    await expect(session).toContainText('it was signed with another SECRET_KEY');
    await browserIn(place).getByRole('button', { name: 'Close' }).click();
    await expect(browserIn(place)).toHaveCount(0);
    expect(page.url()).toContain(LESSON);
  });
});

const rowsOf = (place: Parameters<typeof browserIn>[0]) => browserIn(place).getByRole('region', { name: 'Requests' }).getByRole('listitem');

test('a file is uploaded to the app of the lesson', async ({ page }) => {
  test.setTimeout(180_000);
  await openLesson(page, '/courses/flask/handling-file-uploads');
  const place = example(page, 'form-with-a-file');
  await openApp(place);
  await shownPage(place).getByLabel('Your photo').setInputFiles({ name: 'my cat.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 255]) });
  await shownPage(place).getByRole('button', { name: 'Send' }).click();
  await expect(status(place)).toHaveText('POST /photos: 200 OK');
  await expect(shownPage(place).getByText("text fields: [], files: ['photo']")).toBeVisible();
  await view(place, 'Response');
  await browserIn(place).getByText('What was asked').click();
  const asked = browserIn(place).getByRole('group', { name: 'The request' });
  await expect(asked).toContainText('POST /photos HTTP/1.1');
  await expect(asked).toContainText('Content-Disposition: form-data; name="photo"; filename="my cat.png"');
  await expect(asked, 'bytes that are no text are not shown as letters').toContainText('(3 bytes of image/png)');
  expect(await lookAt(page, { name: 'the response', within: IN_BROWSER })).toEqual([]);

  await browserIn(place).getByRole('button', { name: 'Reload' }).click();
  await expect(browserIn(place).getByText('Reloading sends the form again.')).toBeVisible();
  await browserIn(place).getByRole('button', { name: 'Send it again' }).click();
  await expect(rowsOf(place)).toHaveCount(3);
});

const SHOP = `from flask import Flask, jsonify, redirect, request
app = Flask(__name__)

@app.get("/")
def home():
    return """<title>Shop</title><a href="/old">Old</a> <a href="https://example.com/">Away</a> <a href="/nowhere">Nowhere</a>
    <form action="/find"><label>Find <input name="q"></label><button>Go</button></form><script>document.title = "ran"</script>"""

@app.get("/old")
def old():
    return redirect("/data")

@app.get("/data")
def data():
    return jsonify(a=1)

@app.get("/find")
def find():
    return "<p>Found " + request.args["q"] + "</p>"

@app.get("/table")
def table():
    return "a,b", {"Content-Type": "text/csv", "Content-Disposition": "attachment; filename=table.csv"}

@app.get("/broken")
def broken():
    return "Hello " + 5
`;

test('links, forms, redirects, data, files and faults are shown as what they are, by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  await openLesson(page);
  await writeProgram(page, SHOP);
  const place = panel(page);
  await openApp(place);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step('into the page and along its links', async () => {
    await address(place).focus();
    await press('Tab', 'Tab'); // Go, New visitor
    await press('Tab', 'Tab'); // Close, the tabs
    await expect(browserIn(place).getByRole('tab', { name: 'Page' })).toBeFocused();
    await press('Tab', 'Enter'); // the first link of the page
    await expect(status(place)).toHaveText('GET /old: 302 Found, then GET /data: 200 OK');
    await expect(browserIn(place).getByRole('group', { name: 'The response, as JSON' })).toHaveText(/"a": 1/);
    await expect(rowsOf(place).filter({ hasText: 'by redirect' })).toContainText('/data');
  });

  await test.step('from tab to tab with the arrow keys', async () => {
    await browserIn(place).getByRole('tab', { name: 'Page' }).focus();
    await press('ArrowLeft');
    await expect(browserIn(place).getByRole('tab', { name: 'Timeline' })).toBeFocused();
    await expect(browserIn(place).getByRole('tabpanel', { name: 'Timeline' })).toBeVisible();
    await press('Home');
    await expect(browserIn(place).getByRole('tab', { name: 'Page' })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a form, filled in and sent with Enter', async () => {
    await address(place).focus();
    await press('Control+A');
    await page.keyboard.type('http://127.0.0.1:5000/');
    await press('Enter');
    await expect(status(place)).toHaveText('GET /: 200 OK');
    await expect(browserIn(place).getByText('This page holds scripts. They do not run here.')).toBeVisible();
    await shownPage(place).getByLabel('Find').focus();
    await page.keyboard.type('tea & bread');
    await press('Enter');
    await expect(status(place)).toHaveText('GET /find?q=tea+%26+bread: 200 OK');
    await expect(shownPage(place).getByText('Found tea & bread')).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });

  await test.step('another site, a missing page, an error, a file', async () => {
    await goTo(place, '/');
    await shownPage(place).getByRole('link', { name: 'Away' }).press('Enter');
    await expect(status(place)).toHaveText('That leads to https://example.com/. This browser stays with your app.');
    await shownPage(place).getByRole('link', { name: 'Nowhere' }).press('Enter');
    await expect(browserIn(place).getByText(/Your app has no route for \/nowhere/)).toBeVisible();
    expect(await lookAt(page, { name: 'a missing page', within: IN_BROWSER })).toEqual([]);
    await goTo(place, '/broken');
    await expect(browserIn(place).getByText('Your program stopped with an error, so the answer is 500')).toBeVisible();
    await expect(browserIn(place).getByText('return "Hello " + 5')).toBeVisible();
    expect(await lookAt(page, { name: 'an error', within: IN_BROWSER })).toEqual([]);
    await goTo(place, '/table');
    await expect(browserIn(place).getByRole('link', { name: 'Save it' })).toHaveAttribute('download', 'table.csv');
  });
});
