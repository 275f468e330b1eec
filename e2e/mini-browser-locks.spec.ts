// What a page of a learner's app cannot do here: run, fetch, or lead anywhere. docs/decisions/0062-mini-browser.md
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures';
import { browserIn, goTo, openApp, shownPage, status } from './mini-browser';
import { openLesson, panel, writeProgram } from './panel';

test.use({ provoked: /Content Security Policy|about:srcdoc|sandboxed/ });

/** Another site, which counts who comes. */
async function otherSite() {
  const hits: string[] = [];
  let connections = 0;
  const server = http.createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.end('here');
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, came: () => ({ hits, connections }), close: () => server.close() };
}

const RUNS = `parent.document.title='ran'`;

// The last trick hides what follows it when the page is parsed a second time, so nothing follows.
const page = (out: string, site: string) => `<!doctype html><html><head>
<base href="${out}/base/" target="_blank"><meta http-equiv="refresh" content="0;url=${out}/refresh"><title>Tricks</title>
<link rel="preconnect" href="${out}"><link rel="dns-prefetch" href="${out}"><link rel="prefetch" href="${out}/a"><link rel="prefetch" href="${site}/api/trap">
<link rel="preload" as="image" href="${out}/b"><link rel="stylesheet" href="${out}/c.css"><link rel="icon" href="${out}/d"><link rel="modulepreload" href="${out}/e.js">
<style>@import "${out}/f.css"; body{background:url(${out}/g.png)} @font-face{font-family:x;src:url(${out}/h.woff)} h2{font-family:x;background:image-set("${out}/i.png" 1x)} p{background:\\75rl(${out}/j.png)}</style>
<script>${RUNS}; fetch("${site}/api/trap")</script><script src="${out}/k.js"></script><script type="speculationrules">{"prefetch":[{"source":"list","urls":["${site}/api/trap"]}]}</script>
</head><body onload="${RUNS}"><h2>x</h2><p>y</p>
<img src="${site}/api/trap"><img src="/api/trap"><img src="${out}/l.png" srcset="${out}/m.png 2x" onerror="${RUNS}"><picture><source srcset="${out}/n.png"><img alt=""></picture>
<iframe src="${out}/o"></iframe><iframe src="${site}/api/trap"></iframe><iframe srcdoc="&lt;script&gt;parent.${RUNS}&lt;/script&gt;"></iframe><object data="${out}/q"></object><embed src="${out}/r">
<video src="${out}/s" poster="${out}/t" autoplay></video><audio src="${out}/u" autoplay></audio><input type="image" src="${out}/v"><table background="${out}/w"></table>
<svg width="10" height="10"><image href="${out}/x"/><use href="${out}/y#a"/><script>${RUNS}</script></svg>
<noscript><img src="${out}/noscript"></noscript><template shadowrootmode="open"><img src="${out}/shadow"></template>
<a id="blank" href="${out}/link" target="_blank" ping="${out}/ping">blank</a> <a id="top" href="${site}/api/trap" target="_top">top</a>
<a id="script" href="javascript:${RUNS}">script</a> <a id="data" href="data:text/html,x">data</a> <a id="save" href="${out}/save" download>save</a>
<form action="${out}/form" method="post" target="_top"><button id="form-out">out</button></form>
<form action="${site}/api/trap" method="post"><button id="form-site">site</button></form>
<form action="javascript:${RUNS}"><button id="form-script">script</button></form>
<form action="${out}/named" method="post"><input name="attributes"><input name="closest"><input name="method"><button id="form-named" formaction="${out}/formaction" formtarget="_blank">named</button></form>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${out}/z onerror=${RUNS}&gt;"></mglyph></table></mtext></math>
</body></html>`;

test('a page full of tricks reaches neither the site nor another one, and runs nothing', async ({ page: tab, context, baseURL }) => {
  test.setTimeout(240_000);
  const other = await otherSite();
  const site = baseURL ?? '';
  const answered: string[] = [];
  const opened: string[] = [];
  context.on('response', (response) => answered.push(response.url()));
  await openLesson(tab);
  context.on('page', (made) => opened.push(made.url()));
  await writeProgram(tab, `from flask import Flask, redirect\napp = Flask(__name__)\n\n@app.get("/")\ndef home():\n    return ${JSON.stringify(page(other.origin, site))}\n\n@app.get("/away")\ndef away():\n    return redirect("${other.origin}/redirected")\n`);
  const place = panel(tab);
  const title = await tab.title();
  const address = tab.url();
  await openApp(place);
  const inPage = shownPage(place);
  await expect(inPage.locator('#blank')).toBeVisible();
  await expect(browserIn(place).getByText('This page holds scripts. They do not run here.')).toBeVisible();
  await tab.waitForTimeout(1000); // for what would come by itself

  for (const [id, says] of [
    ['blank', `That leads to ${other.origin}/link. This browser stays with your app.`],
    ['top', `That leads to ${site}/api/trap. This browser stays with your app.`],
    ['script', `javascript:${RUNS} is no page of your app, so nothing opens.`],
    ['data', 'data:text/html,x is no page of your app, so nothing opens.'],
    ['save', `That leads to ${other.origin}/save. This browser stays with your app.`],
    ['form-out', `That leads to ${other.origin}/form. This browser stays with your app.`],
    ['form-site', `That leads to ${site}/api/trap. This browser stays with your app.`],
    ['form-script', `javascript:${RUNS} is no page of your app, so nothing opens.`],
    ['form-named', `That leads to ${other.origin}/formaction. This browser stays with your app.`],
  ] as const) {
    await inPage.locator(`#${id}`).dispatchEvent('click');
    await expect(status(place)).toHaveText(says);
  }
  // what a mouse does beyond a click is done by a mouse
  for (const how of [{ modifiers: ['Control' as const] }, { modifiers: ['Shift' as const] }, { button: 'middle' as const }]) await inPage.locator('#blank').click(how);
  await inPage.locator('#blank').press('Control+Enter');
  await goTo(place, '/away');
  await expect(browserIn(place).getByText(`The app sends the browser on to ${other.origin}/redirected.`)).toBeVisible();

  await tab.waitForTimeout(500);
  expect(other.came(), 'the other site').toEqual({ hits: [], connections: 0 });
  expect(answered.filter((url) => url.includes('/api/trap')), 'this site').toEqual([]);
  expect(opened, 'new windows').toEqual([]);
  expect([await tab.title(), tab.url()], 'the page around it').toEqual([title, address]);
  other.close();
});
