// The service worker: what was read and run once can be read and run again without a connection.
// Kept are only files that are the same for everybody: lesson pages made ahead, the site's scripts and styles, and Python.
// It also carries a typed line to a program that waits for it in a browser where pages may not share memory.

const PAGES = 'pages-1';
const ASSETS = 'assets-1';
const PYTHON = 'python-1';
const CURRENT_PYTHON = '/py/current.json';
const MOST = { [PAGES]: 60, [ASSETS]: 250 };
/** a request for input is answered after this long at the latest, and asked again: browsers end workers that seem to hang */
const HOLD_MS = 15_000;

const OFFLINE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Offline</title>
<body style="font: 1.125rem/1.5 system-ui; max-width: 38rem; margin: 15vh auto; padding: 0 1rem; color-scheme: light dark">
<h1>You are offline</h1><p>This page is not on your device. Lessons that you have read here before open without a connection.</p>
<p><a href="">Try again</a></p>`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const known = [PAGES, ASSETS, PYTHON];
  const old = (await caches.keys()).filter((name) => /^(pages|assets|python)-/.test(name) && !known.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && /^\/py\/\w+\/input$/.test(url.pathname)) return event.respondWith(holdForInput(url.searchParams.get('channel')));
  if (request.method !== 'GET' || request.headers.has('range')) return;
  if (url.pathname === CURRENT_PYTHON) event.respondWith(currentPython(request));
  else if (url.pathname.startsWith('/py/')) event.respondWith(keptOrFetched(PYTHON, request));
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(keptOrFetched(ASSETS, request));
  else if (request.mode === 'navigate') event.respondWith(page(request, url));
});

self.addEventListener('message', (event) => {
  const { data } = event;
  if (data?.type === 'keep') event.waitUntil(keep(data));
  if (data?.type === 'input') answerInput(data.channel, data.line);
});

// ---- files and pages ----

/** Files whose name changes with their content. */
async function keptOrFetched(cacheName, request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await put(cacheName, request.url, response.clone());
  return response;
}

/** Pages come from the site while it answers, so that nobody reads an old lesson; only lessons made ahead are kept. */
async function page(request, url) {
  const cache = await caches.open(PAGES);
  try {
    const response = await fetch(request);
    if (isForEverybody(response, url)) await put(PAGES, url.origin + url.pathname, response.clone());
    return response;
  } catch {
    const kept = await cache.match(url.origin + url.pathname, { ignoreVary: true });
    return kept ?? new Response(OFFLINE, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

/** Answers made for one request carry its id. */
function isForEverybody(response, url) {
  return response.status === 200 && !response.redirected && url.pathname.startsWith('/courses/') && !response.headers.has('x-request-id');
}

/** Which Python belongs to the site; files of an older one go. */
async function currentPython(request) {
  const cache = await caches.open(PYTHON);
  try {
    const response = await fetch(request);
    if (response.ok) {
      const { hash } = await response.clone().json();
      await cache.put(CURRENT_PYTHON, response.clone());
      for (const { url } of await cache.keys()) if (hash && !url.endsWith(CURRENT_PYTHON) && !url.includes(`/py/${hash}/`)) await cache.delete(url);
    }
    return response;
  } catch (error) {
    const kept = await cache.match(CURRENT_PYTHON);
    if (kept) return kept;
    throw error;
  }
}

/** Keeps what a page loaded before there was a service worker. The browser has most of it at hand. */
async function keep({ page: path, assets, python }) {
  const origin = self.location.origin;
  const wanted = [...assets.filter((url) => url.startsWith('/_next/static/')).map((url) => [ASSETS, origin + url]), ...python.filter((url) => url.startsWith('/py/')).map((url) => [PYTHON, origin + url])];
  for (const [cacheName, url] of wanted) {
    const cache = await caches.open(cacheName);
    if (await cache.match(url, { ignoreVary: true })) continue;
    const response = await fetch(url).catch(() => null);
    if (response?.status === 200) await put(cacheName, url, response);
  }
  const url = new URL(path, origin);
  const response = await fetch(url.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
  if (response && isForEverybody(response, url)) await put(PAGES, origin + url.pathname, response);
}

async function put(cacheName, url, response) {
  const cache = await caches.open(cacheName);
  try {
    await cache.delete(url, { ignoreVary: true }); // so that the newest stands last
    await cache.put(url, response);
  } catch {
    return; // no room: what does not fit is not kept
  }
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - (MOST[cacheName] ?? Infinity)))) await cache.delete(key);
}

// ---- lines of input ----

/** channel → lines that came before anybody asked, and who waits for the next one */
const channels = new Map();

function channelOf(name) {
  if (!channels.has(name)) channels.set(name, { lines: [], waiting: null });
  return channels.get(name);
}

function answerInput(name, line) {
  const channel = channelOf(name);
  const { waiting } = channel;
  channel.waiting = null;
  if (waiting) waiting(line);
  else channel.lines.push(line);
}

async function holdForInput(name) {
  const channel = channelOf(name);
  const answer = (line) => new Response(JSON.stringify({ line }), { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } });
  if (channel.lines.length) return answer(channel.lines.shift());
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      channel.waiting = null;
      resolve(new Response(null, { status: 202 }));
    }, HOLD_MS);
    channel.waiting = (line) => {
      clearTimeout(timer);
      resolve(answer(line));
    };
  });
}
