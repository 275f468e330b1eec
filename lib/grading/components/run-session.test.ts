import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserRun, PythonState, RunHandlers } from '@/lib/browser-python/schema';
import type { RunResult } from '../schema';
import { openRunSession } from './run-session';
import { Refusal } from './submission-client';
import { fakePython, RAN } from './testing/fake-python';

const COLD: PythonState = { kind: 'cold' };
const READY: PythonState = { kind: 'ready', fromSnapshot: true, bootMs: 1000 };
const FROM_SERVER: RunResult = { outcome: 'ran', stdout: 'hi\n', stderr: 'oh\n', outputTruncated: false, error: null, limit: null, ms: 31 };
const FLASK = { code: 'from flask import Flask\napp = Flask(__name__)', expected: null };
const HI = { code: 'print("hi")', expected: 'hi\n' };
const WITH_APP: BrowserRun = { ...RAN, app: { routes: [{ rule: '/', methods: ['GET'], endpoint: 'home', line: 3 }] } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets promises go on, and `ms` pass. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function open({ state = READY, program, server = async () => FROM_SERVER, opensApp }: { state?: PythonState; program?: (code: string, handlers: RunHandlers) => Promise<BrowserRun>; server?: () => Promise<RunResult>; opensApp?: boolean }) {
  const python = fakePython({ state, program });
  const said: string[] = [];
  const session = openRunSession({ python, server, says: (words) => said.push(words), onChange: () => {}, opensApp });
  return { python, session, said };
}

describe('a session of runs', () => {
  it('shows both streams of an answer from the server, and says once that the program has run', async () => {
    const { session, said } = open({ state: COLD });
    await session.run(HI);
    expect(session.shown()).toMatchObject({ place: 'server', stoppable: false, parts: [{ stream: 'stdout', text: 'hi\n' }, { stream: 'stderr', text: 'oh\n' }] });
    expect(said).toEqual(['Running…', 'The program has run.']);
  });

  it('sends the server the program and nothing else', async () => {
    const server = vi.fn(async () => FROM_SERVER);
    await open({ state: COLD, server }).session.run(HI);
    expect(server).toHaveBeenCalledExactlyOnceWith({ code: HI.code }, expect.any(AbortSignal));
  });

  it('shows output as it comes, in order, pieces of one stream joined', async () => {
    let handlers: RunHandlers = {};
    let end = (_: BrowserRun) => {};
    const { session, said } = open({ program: (_, given) => ((handlers = given), new Promise((resolve) => (end = resolve))) });
    void session.run(HI);
    await pass();
    handlers.onOutput?.({ stream: 'stdout', text: 'a' });
    handlers.onOutput?.({ stream: 'stdout', text: 'b' });
    handlers.onOutput?.({ stream: 'stderr', text: 'c' });
    expect(session.shown()).toMatchObject({ end: null, parts: [{ stream: 'stdout', text: 'ab' }, { stream: 'stderr', text: 'c' }] });
    end({ ...RAN, stdout: 'ab', stderr: 'c' });
    await pass();
    expect(session.shown()).toMatchObject({ place: 'browser', end: { outcome: 'ran' }, parts: [{ text: 'ab' }, { text: 'c' }] });
    expect(said, 'output is not read aloud piece by piece').toEqual(['Running…', 'The program has run.']);
  });

  it('offers Stop only to a run that lasts, and keeps the earlier output until then', async () => {
    const { session } = open({ program: vi.fn().mockResolvedValueOnce({ ...RAN, stdout: 'first' }).mockReturnValueOnce(new Promise(() => {})) });
    await session.run(HI);
    void session.run(HI);
    await pass(100);
    expect(session.shown()).toMatchObject({ stoppable: false, parts: [{ text: 'first' }] });
    await pass(100);
    expect(session.shown()).toMatchObject({ stoppable: true, end: null, parts: [] });
  });

  it('stops at once, and keeps what was printed until then', async () => {
    const { session, python, said } = open({
      program: (_, { onOutput }) => {
        onOutput?.({ stream: 'stdout', text: 'on and on' });
        return new Promise(() => {});
      },
    });
    void session.run(HI);
    await pass(200);
    session.stop();
    await pass(500);
    expect(session.shown()).toMatchObject({ stoppable: false, place: 'browser', end: { outcome: 'stopped' }, parts: [{ text: 'on and on' }] });
    expect(python.stops).toBe(1);
    expect(said.at(-1)).toBe('You stopped the program.');
  });

  it('asks, shows what was typed in its place, and goes on', async () => {
    const { session } = open({
      program: async (_, { onInput, onOutput }) => {
        const name = await onInput?.('Who? ');
        onOutput?.({ stream: 'stdout', text: `Hello ${name}` });
        return RAN;
      },
    });
    void session.run({ code: 'input("Who? ")', expected: null });
    await pass();
    expect(session.shown()?.asks).toMatchObject({ nth: 1, prompt: 'Who? ' });
    session.shown()?.asks?.answer('Ada');
    await pass();
    expect(session.shown()).toMatchObject({ asks: null, parts: [{ stream: 'stdin', text: 'Ada\n' }, { stream: 'stdout', text: 'Hello Ada' }] });
  });

  it('counts down until the server takes runs again, when Python cannot be had', async () => {
    const { session } = open({ state: { kind: 'unfit', why: 'Your browser saves data.' }, server: () => Promise.reject(new Refusal({ kind: 'too-many', message: 'Too many.', retryAfter: 7 })) });
    await session.run(HI);
    expect(session.shown()?.waitUntil).toBe(Date.now() + 7000);
  });

  it('tells once on a page why programs run on the server', async () => {
    const { session } = open({ state: { kind: 'unfit', why: 'Your browser saves data.' } });
    await session.run(HI);
    expect(session.shown()?.whyNotHere).toBe('Your browser saves data. Programs run on the server.');
    await session.run(HI);
    expect(session.shown()?.whyNotHere).toBeNull();
  });

  it('does not say that programs run on the server where they do not', async () => {
    for (const kind of ['broken', 'unreachable'] as const) {
      const { session } = open({ state: { kind: 'unfit', why: 'This site has no Python for browsers.' }, server: () => Promise.reject(new Refusal({ kind, message: 'Closed.' })) });
      await session.run(HI);
      expect(session.shown()?.whyNotHere).toBe('Your browser does not run it either. This site has no Python for browsers.');
    }
    const failing = open({ state: COLD, server: () => Promise.reject(new Refusal({ kind: 'broken', message: 'Closed.' })) });
    const run = failing.session.run(HI);
    await pass();
    failing.python.fail();
    await run;
    expect(failing.session.shown()?.whyNotHere).toBe('Your browser does not run it either. Python did not load.');
  });

  it('shows nothing of a run that was cleared away', async () => {
    let end = (_: BrowserRun) => {};
    const { session } = open({ program: () => new Promise((resolve) => (end = resolve)) });
    void session.run(HI);
    await pass(200);
    session.clear();
    end(RAN);
    await pass();
    expect(session.shown()).toBeNull();
  });
});

describe('the app that a run left behind', () => {
  it('is there to open after a run in the browser', async () => {
    const { session } = open({ program: async () => WITH_APP });
    await session.run(FLASK);
    expect(session.shown()).toMatchObject({ app: WITH_APP.app, appIsOpen: false });
    await session.openApp();
    expect(session.shown()?.appIsOpen).toBe(true);
  });

  it('stays open when the program runs again', async () => {
    const { session } = open({ program: async () => WITH_APP });
    await session.run(FLASK);
    await session.openApp();
    await session.run(FLASK);
    expect(session.shown()?.appIsOpen).toBe(true);
  });

  it('can be had after a run on the server: the program then runs here first', async () => {
    const { session, python } = open({ state: COLD, program: async () => WITH_APP });
    await session.run(FLASK);
    expect(session.shown()).toMatchObject({ place: 'server', app: 'can-be-had' });
    void session.openApp();
    await pass();
    expect(session.shown()?.waiting).toBe('app');
    python.getReady();
    await pass();
    expect(python.ran).toEqual([FLASK.code]);
    expect(session.shown()).toMatchObject({ place: 'browser', app: WITH_APP.app, appIsOpen: true, waiting: null });
  });

  it('that cannot be opened is no program that could not run: what it printed stays, and the app can be asked for again', async () => {
    const { session, python, said } = open({ state: COLD });
    await session.run(FLASK);
    void session.openApp();
    await pass();
    python.fail();
    await pass();
    expect(session.shown()).toMatchObject({ end: { outcome: 'ran' }, refusal: null, whyNotHere: null, app: 'can-be-had', waiting: null, cannotOpen: 'Python did not load.' });
    expect(said.at(-1)).toBe('Python did not load.');
    void session.openApp();
    await pass();
    expect(session.shown()).toMatchObject({ waiting: 'app', cannotOpen: null });
  });

  it('is not offered where Python is not loaded, nor for a program that makes none', async () => {
    const unfit = open({ state: { kind: 'unfit', why: 'Your browser saves data.' } }).session;
    await unfit.run(FLASK);
    expect(unfit.shown()?.app).toBeNull();
    const { session } = open({ state: COLD });
    await session.run(HI);
    expect(session.shown()?.app).toBeNull();
  });

  it('opens by itself where the lesson says so', async () => {
    const { session } = open({ program: async () => WITH_APP, opensApp: true });
    await session.run(FLASK);
    expect(session.shown()?.appIsOpen).toBe(true);
  });

  it('is gone once another program has run on the page, and can be had again', async () => {
    const one = open({ program: async () => WITH_APP }).session;
    await one.run(FLASK);
    await one.openApp();
    await open({}).session.run(HI);
    expect(one.shown()).toMatchObject({ app: 'can-be-had', appIsOpen: false });
    await one.openApp();
    expect(one.shown()?.appIsOpen).toBe(true);
  });

  it('is not offered by a program without one when another program runs', async () => {
    const { session } = open({});
    await session.run(HI);
    await open({}).session.run(HI);
    expect(session.shown()?.app).toBeNull();
  });
});
