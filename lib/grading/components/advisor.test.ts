import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Advice, Python } from '@/lib/browser-python/schema';
import { adviceReport } from '../schema';
import { openAdvisor } from './advisor';

const VISIBLE = { exerciseId: 'e', contentHash: 'h', names: ['a', 'b'], checks: '# checks', hidden: 1 };
const check = (name: string, status: 'passed' | 'failed' | 'not-run', message = '') => ({ name, status, message, expected: null, actual: null, error: null });
const RAN: Advice = { outcome: 'ran', checks: [check('a', 'passed'), check('b', 'failed', 'no\0b')], error: null, ms: 1 };

let asked: { url: string; body: unknown }[] = [];
let status = 200;
beforeEach(() => {
  asked = [];
  status = 200;
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push({ url, body: init?.body ? JSON.parse(String(init.body)) : null });
    if (status === 0) throw new TypeError('offline');
    return new Response(JSON.stringify(url.endsWith('visible-checks') ? VISIBLE : { compared: 2 }), { status });
  });
});
afterEach(() => vi.unstubAllGlobals());

function open({ advise = async () => RAN, ready = true, hasBlanks = false }: { advise?: Python['advise']; ready?: boolean; hasBlanks?: boolean } = {}) {
  const python = { boot: async () => ready, advise: vi.fn(advise), versions: () => ({ python: '3.14.2' }) };
  return { python, ...openAdvisor({ exerciseId: 'e', hasBlanks, python: python as unknown as Python }) };
}

it('asks for the visible checks when first needed, once, and runs them', async () => {
  const { advise, python } = open();
  expect(asked).toEqual([]);
  expect(await advise('one')).toMatchObject({ code: 'one', visible: VISIBLE, advice: RAN });
  expect(await advise('two')).toMatchObject({ code: 'two' });
  expect(asked.map(({ url }) => url)).toEqual(['/api/exercises/e/visible-checks']);
  expect(python.advise).toHaveBeenCalledWith({ code: 'two', checks: '# checks', seed: expect.any(Number) });
});

it('says nothing where no check is visible, where Python cannot be had, offline, and while blanks are left', async () => {
  const blanks = open({ hasBlanks: true });
  expect(await blanks.advise('x = ___')).toBeNull();
  expect(await open({ ready: false }).advise('one')).toBeNull();
  status = 404;
  expect(await open().advise('one')).toBeNull();
  status = 0;
  const { advise } = open();
  expect(await advise('one')).toBeNull();
  status = 200;
  expect(await advise('one')).not.toBeNull();
});

it('says nothing of a program or checks that did not run, nor when it was stopped', async () => {
  const notRun = [check('a', 'not-run'), check('b', 'not-run')];
  for (const outcome of ['did-not-run', 'over-limit', 'checks-failed-to-run'] as const) expect(await open({ advise: async () => ({ ...RAN, outcome, checks: notRun }) }).advise('one')).toBeNull();
  expect(await open({ advise: () => Promise.reject(new Error('Stopped.')) }).advise('one')).toBeNull();
  expect(await open({ advise: async () => ({ ...RAN, outcome: 'over-limit', checks: [check('a', 'failed'), check('b', 'not-run')] }) }).advise('one')).not.toBeNull();
});

it('keeps to itself what was said of a program that is not the last any more', async () => {
  const { advise } = open();
  const [first, second] = await Promise.all([advise('one'), advise('two')]);
  expect([first, second?.code]).toEqual([null, 'two']);
});

it('reports once what it said of the program that was handed in, and of no other', async () => {
  const { advise, report } = open();
  await advise('one');
  await report({ id: 's1', code: 'other' });
  await report({ id: 's1', code: 'one' });
  await report({ id: 's1', code: 'one' });
  const reports = asked.filter(({ url }) => url.includes('/advice'));
  expect(reports.map(({ url }) => url)).toEqual(['/api/submissions/s1/advice']);
  expect(adviceReport.parse(reports[0]?.body)).toEqual({
    contentHash: 'h', seed: expect.any(Number), outcome: 'ran', error: '', versions: { python: '3.14.2' },
    checks: [{ name: 'a', status: 'passed', message: '' }, { name: 'b', status: 'failed', message: 'nob' }],
  });
});

it('reports checks that do not run here, though it says nothing of them; a server that does not take it is nobody\'s trouble', async () => {
  const { advise, report } = open({ advise: async () => ({ ...RAN, outcome: 'checks-failed-to-run', checks: [] }) });
  expect(await advise('one')).toBeNull();
  status = 429;
  await expect(report({ id: 's1', code: 'one' })).resolves.toBeUndefined();
  expect(asked.at(-1)?.body).toMatchObject({ outcome: 'checks-failed-to-run', checks: [] });
});
