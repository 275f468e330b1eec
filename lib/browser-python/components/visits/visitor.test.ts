import { describe, expect, it } from 'vitest';
import type { AppExchange, AppRequest } from '../../schema';
import { makeVisitor } from './visitor';

type Answer = { status?: number; headers?: [string, string][]; body?: string; timeline?: AppExchange['timeline'] };
type App = (request: AppRequest) => Answer | Promise<Answer>;

function visitorOf(app: App) {
  const asked: AppRequest[] = [];
  let clock = Date.UTC(2026, 0, 1);
  const visitor = makeVisitor({
    now: () => clock,
    boundary: () => 'XX',
    visit: async (request): Promise<AppExchange> => {
      asked.push(request);
      const { status = 200, headers = [], body = '', timeline = [] } = await app(request);
      return { request, response: { status, reason: '', headers, body: new TextEncoder().encode(body) }, timeline, error: null, stdout: '', ms: 1 };
    },
  });
  const header = (name: string, index = asked.length - 1) => asked[index]?.headers.find(([key]) => key === name)?.[1] ?? null;
  return { visitor, asked, header, wait: (ms: number) => (clock += ms), lines: () => asked.map(({ method, url }) => `${method} ${url}`), shown: () => visitor.state().pages[visitor.state().at] };
}

const echo: App = ({ url }) => ({ body: url });
const to = (location: string, status = 302): Answer => ({ status, headers: [['Location', location]] });

describe('history', () => {
  it('goes back and forward without asking again, and reload asks again', async () => {
    const { visitor, lines, shown } = visitorOf(echo);
    await visitor.open('/a');
    await visitor.follow('/b');
    await visitor.follow('?c=1');
    visitor.go(-1);
    expect(shown()?.url).toBe('/b');
    visitor.go(1);
    visitor.go(1);
    expect(shown()?.url).toBe('/b?c=1');
    expect(lines()).toEqual(['GET /a', 'GET /b', 'GET /b?c=1']);
    visitor.go(-1);
    await visitor.reload();
    expect(lines().at(-1)).toBe('GET /b');
    expect(visitor.state().pages.map(({ url }) => url)).toEqual(['/a', '/b', '/b?c=1']);
  });

  it('forgets what lay ahead when another way is taken', async () => {
    const { visitor } = visitorOf(echo);
    for (const path of ['/a', '/b']) await visitor.open(path);
    visitor.go(-1);
    await visitor.open('/c');
    expect(visitor.state().pages.map(({ url }) => url)).toEqual(['/a', '/c']);
  });

  it('shows the last address asked for, whichever answer comes last', async () => {
    let finishSlow = () => {};
    const { visitor, shown } = visitorOf(({ url }) => (url === '/slow' ? new Promise((resolve) => (finishSlow = () => resolve({}))) : {}));
    const slow = visitor.open('/slow');
    await visitor.open('/quick');
    finishSlow();
    await slow;
    expect(shown()?.url).toBe('/quick');
    expect(visitor.state()).toMatchObject({ loading: false, at: 0 });
  });

  it('reload sends a form again, from its first request', async () => {
    const { visitor, lines } = visitorOf(({ method }) => (method === 'POST' ? to('/done', 303) : {}));
    await visitor.open('/');
    await visitor.submit({ method: 'post', action: '/save', enctype: '', entries: [['a', '1']] });
    await visitor.reload();
    expect(lines()).toEqual(['GET /', 'POST /save', 'GET /done', 'POST /save', 'GET /done']);
  });
});

describe('redirects', () => {
  it.each([
    [301, 'GET', 0],
    [302, 'GET', 0],
    [303, 'GET', 0],
    [307, 'POST', 3],
    [308, 'POST', 3],
  ])('%i after POST asks with %s', async (status, method, bytes) => {
    const { visitor, asked, header } = visitorOf(({ url }) => (url === '/from' ? to('/to', status) : {}));
    await visitor.submit({ method: 'post', action: '/from', enctype: '', entries: [['a', '1']] });
    expect(asked[1]).toMatchObject({ method, url: '/to' });
    expect(asked[1]?.body).toHaveLength(bytes);
    expect(header('Content-Type') === null).toBe(bytes === 0);
  });

  it('are each an exchange, and bring their cookies along', async () => {
    const { visitor, header, shown } = visitorOf(({ url }) => (url === '/a' ? { ...to('b#part'), headers: [['Set-Cookie', 'k=v; Path=/'], ['Location', 'b#part']] } : {}));
    await visitor.open('/a');
    expect(header('Cookie')).toBe('k=v');
    expect(shown()).toMatchObject({ url: '/b', hash: '#part', stopped: null });
    expect(shown()?.visits.map(({ cause, set }) => [cause, set])).toEqual([['typed', ['k']], ['redirect', []]]);
  });

  it('end after twenty', async () => {
    const { visitor, lines, shown } = visitorOf(({ url }) => to(url));
    await visitor.open('/round');
    expect(lines()).toHaveLength(21);
    expect(shown()?.stopped).toEqual({ why: 'too-many' });
  });

  it('to another site are told and not followed', async () => {
    const { visitor, lines, shown } = visitorOf(() => to('https://example.com/x'));
    await visitor.open('/');
    expect(lines()).toEqual(['GET /']);
    expect(shown()).toMatchObject({ url: '/', stopped: { why: 'outside', href: 'https://example.com/x' } });
  });

  it('without a Location are pages', async () => {
    const { visitor, shown } = visitorOf(() => ({ status: 302 }));
    await visitor.open('/');
    expect(shown()?.visits).toHaveLength(1);
  });
});

describe('links and forms', () => {
  it('to another site stay here and say where they would lead', async () => {
    const { visitor, lines, shown } = visitorOf(echo);
    await visitor.open('/');
    await visitor.follow('https://example.com/');
    expect(visitor.state().stayed).toEqual({ kind: 'outside', href: 'https://example.com/' });
    await visitor.follow('javascript:alert(1)');
    expect(visitor.state().stayed).toEqual({ kind: 'no-page', href: 'javascript:alert(1)' });
    await visitor.submit({ method: 'post', action: '//example.com/', enctype: '', entries: [] });
    expect(visitor.state().stayed).toEqual({ kind: 'outside', href: 'http://example.com/' });
    expect([lines(), shown()?.url]).toEqual([['GET /'], '/']);
    await visitor.follow('/a');
    expect(visitor.state().stayed).toBeNull();
  });

  it('say where they come from; the address bar does not', async () => {
    const { visitor, header } = visitorOf(echo);
    await visitor.open('/a?b=1');
    expect(header('Referer')).toBeNull();
    await visitor.follow('/c');
    expect(header('Referer')).toBe('http://localhost/a?b=1');
    await visitor.submit({ method: 'POST', action: '', enctype: 'multipart/form-data', entries: [['a', '1']] });
    expect([header('Referer'), header('Origin'), header('Content-Type')]).toEqual(['http://localhost/c', 'http://localhost', 'multipart/form-data; boundary=XX']);
  });
});

describe('cookies', () => {
  const counting: App = ({ headers }) => {
    const count = Number(/visits=(\d+)/.exec(headers.find(([name]) => name === 'Cookie')?.[1] ?? '')?.[1] ?? 0) + 1;
    return { body: String(count), headers: [['Set-Cookie', `visits=${count}; Path=/; Max-Age=60`], ['Set-Cookie', 'x=1; Domain=example.com']] };
  };

  it('come back with the next request, until they expire', async () => {
    const { visitor, header, wait } = visitorOf(counting);
    await visitor.open('/');
    await visitor.reload();
    expect(header('Cookie')).toBe('visits=1');
    wait(60_000);
    await visitor.reload();
    expect(header('Cookie')).toBeNull();
    expect(visitor.state().visits.at(-1)).toMatchObject({ set: ['visits'], refused: [{ line: 'x=1; Domain=example.com' }] });
    expect(visitor.state().jar[0]).toMatchObject({ name: 'visits', setBy: 'GET /' });
  });

  it('can be changed, made and deleted by hand', async () => {
    const { visitor, header } = visitorOf(counting);
    await visitor.open('/');
    visitor.setCookie('localhost;/;visits', '41');
    visitor.addCookie('role', 'manager');
    await visitor.reload();
    expect(header('Cookie')).toBe('visits=41; role=manager');
    visitor.deleteCookie('localhost;/;visits');
    visitor.deleteCookie('localhost;/;role');
    await visitor.reload();
    expect(header('Cookie')).toBeNull();
  });

  it('and history are gone for a new visitor', async () => {
    const { visitor } = visitorOf(counting);
    await visitor.open('/');
    visitor.startAnew();
    expect(visitor.state()).toMatchObject({ pages: [], at: -1, visits: [], jar: [] });
  });
});

describe('another run of the program', () => {
  const app = (...rules: string[]) => ({ routes: rules.map((rule) => ({ rule, methods: ['GET'], endpoint: rule, line: 1 })) });
  const setsCookies: App = ({ url }) => (url === '/set' ? { headers: [['Set-Cookie', 'kept=1; Max-Age=60'], ['Set-Cookie', 'until=closed']] } : {});

  it('begins where it is told, and asks the new app again for what is shown, cookies and history kept', async () => {
    const { visitor, lines, header, shown } = visitorOf(setsCookies);
    await visitor.meet(app('/set', '/read'), '/set');
    await visitor.follow('/read');
    await visitor.meet(app('/set', '/read'), '/set');
    expect(lines()).toEqual(['GET /set', 'GET /read', 'GET /read']);
    expect(header('Cookie')).toBe('kept=1; until=closed');
    expect(visitor.state().pages.map(({ url }) => url)).toEqual(['/set', '/read']);
    expect([shown()?.visits[0]?.run, visitor.state().run, visitor.state().visits.map(({ run }) => run)]).toEqual([2, 2, [1, 1, 2]]);
  });

  it('asks nothing when it is the same run, looked at again', async () => {
    const { visitor, lines } = visitorOf(echo);
    const same = app('/');
    await visitor.meet(same, '/');
    await visitor.meet(same, '/');
    expect(lines()).toEqual(['GET /']);
  });

  it('sends no form again: it goes to the last page that was only looked at', async () => {
    const { visitor, lines } = visitorOf(echo);
    await visitor.meet(app('/', '/form'), '/');
    await visitor.open('/form');
    await visitor.submit({ method: 'POST', action: '/form', enctype: '', entries: [] });
    await visitor.meet(app('/', '/form'), '/');
    expect(lines().slice(2)).toEqual(['POST /form', 'GET /form']);
    expect(visitor.state().pages.map(({ asked }) => asked.method)).toEqual(['GET', 'GET', 'POST', 'GET']);
  });

  it('begins anew where the new program has no such route any more, and tries a missing page again', async () => {
    const route = (name: string) => ({ kind: 'route' as const, name, line: 1, ms: 0, details: [] });
    const { visitor, lines } = visitorOf(({ url }) => ({ timeline: url === '/missing' ? [] : [route(url)] }));
    await visitor.meet(app('/old'), '/old');
    await visitor.meet(app('/new'), '/new');
    expect(lines()).toEqual(['GET /old', 'GET /new']);
    await visitor.open('/missing');
    await visitor.meet(app('/new', '/missing'), '/new');
    expect(lines().at(-1)).toBe('GET /missing');
  });

  it('closed, loses its history and the cookies that last until then', async () => {
    const { visitor, header, lines } = visitorOf(setsCookies);
    const same = app('/set');
    await visitor.meet(same, '/set');
    visitor.close();
    await visitor.meet(same, '/read');
    expect([lines().at(-1), header('Cookie'), visitor.state().pages.length]).toEqual(['GET /read', 'kept=1', 1]);
  });
});

describe('parts of a page', () => {
  it('are asked for with the cookies, and are not in the history', async () => {
    const { visitor, lines, header } = visitorOf(({ url }) => (url === '/old.png' ? to('/static/a.png') : url === '/gone.png' ? { status: 404 } : { headers: [['Set-Cookie', 'a=1; Path=/']], body: url }));
    await visitor.open('/shop/list');
    expect(new TextDecoder().decode((await visitor.part('../old.png', '/shop/list'))?.body)).toBe('/static/a.png');
    expect([lines().at(-1), header('Cookie'), header('Referer')]).toEqual(['GET /static/a.png', 'a=1', 'http://localhost/shop/list']);
    expect(await visitor.part('/gone.png', '/')).toBeNull();
    expect(await visitor.part('https://example.com/a.png', '/')).toBeNull();
    expect(lines()).toHaveLength(4);
    expect(visitor.state().pages).toHaveLength(1);
  });
});

it('says why the app could not be asked, and keeps what is shown', async () => {
  let works = true;
  const { visitor, shown } = visitorOf(() => {
    if (!works) throw new Error('There is no app.');
    return {};
  });
  await visitor.open('/');
  works = false;
  await visitor.open('/next');
  expect([visitor.state().failure, visitor.state().loading, shown()?.url]).toEqual(['There is no app.', false, '/']);
});

it('tells who listens', async () => {
  const { visitor } = visitorOf(echo);
  let told = 0;
  const stop = visitor.subscribe(() => (told += 1));
  await visitor.open('/');
  stop();
  const before = told;
  await visitor.open('/');
  expect([before > 0, told]).toEqual([true, before]);
});
