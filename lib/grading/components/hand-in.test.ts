import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmissionView } from '../schema';
import { handIn, resume } from './hand-in';
import { intendTo, readIntent } from './intent';
import { Refusal } from './submission-client';

const view = (state: SubmissionView['state']): SubmissionView => ({ id: 'sub', exerciseId: 'task', createdAt: '2026-01-01T00:00:00Z', state, queuePosition: 1, queueSeconds: 1, pollAfterMs: 400, movedAside: null, result: null, solutionOpen: false });
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refused = (status: number, more: object = {}) => answer(status, { error: { code: 'x', message: 'No.', ...more } });

/** What the server answers, in order; `null` is a lost connection. */
let answers: (Response | null)[];
let asked: { url: string; key?: string }[];

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value), removeItem: (key: string) => stored.delete(key) });
  answers = [];
  asked = [];
  vi.stubGlobal('fetch', async (url: string, init?: { body?: string }) => {
    asked.push({ url, key: init?.body && (JSON.parse(init.body) as { idempotencyKey: string }).idempotencyKey });
    const next = answers.shift();
    if (!next) throw new TypeError('Failed to fetch');
    return next;
  });
});

const seen: string[] = [];
const follow = { exerciseId: 'task', onView: (one: SubmissionView) => seen.push(one.state), signal: new AbortController().signal };
const hand = (code = 'x = 1') => handIn({ ...follow, code });

describe('handing in', () => {
  it('retries what was never answered under the same key', async () => {
    answers = [null, answer(200, { submission: view('graded') })];
    await expect(hand()).rejects.toMatchObject({ kind: 'unreachable' });
    await hand();
    expect(asked[1]?.key).toBe(asked[0]?.key);
  });
  it('begins a new intent once there is a verdict, and for other code', async () => {
    answers = [answer(200, { submission: view('graded') }), null, null];
    await hand();
    expect(readIntent('task')).toBeNull();
    await hand().catch(() => {});
    await hand('x = 2').catch(() => {});
    expect(new Set(asked.map((one) => one.key)).size).toBe(3);
  });
  it('keeps the key through 429 and our own faults, and ends it on a clear no', async () => {
    answers = [refused(429, { retryAfter: 7 }), refused(500), refused(413), null];
    await expect(hand()).rejects.toMatchObject({ kind: 'too-many', retryAfter: 7 });
    await expect(hand()).rejects.toMatchObject({ kind: 'broken' });
    await expect(hand()).rejects.toBeInstanceOf(Refusal);
    await hand().catch(() => {});
    const keys = asked.map((one) => one.key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });
  it('follows a submission that waits, through a lost connection, to its verdict', async () => {
    answers = [answer(202, { submission: view('queued') }), null, answer(200, { submission: view('grading') }), answer(200, { submission: view('graded') })];
    vi.useFakeTimers();
    seen.length = 0;
    const done = hand();
    await vi.runAllTimersAsync();
    await done;
    vi.useRealTimers();
    expect(seen).toEqual(['queued', 'queued', 'grading', 'graded']);
    expect(asked.filter((one) => one.key)).toHaveLength(1);
  });
  it('takes 503 with a submission as stored, not as a refusal', async () => {
    answers = [answer(503, { submission: view('paused'), error: { code: 'unavailable', message: '' } }), answer(200, { submission: view('graded') })];
    vi.useFakeTimers();
    seen.length = 0;
    const done = hand();
    await vi.runAllTimersAsync();
    await done;
    vi.useRealTimers();
    expect(seen).toEqual(['paused', 'graded']);
  });
});

describe('after a reload', () => {
  it('sends again what was never answered, under its key', async () => {
    const intent = intendTo({ exerciseId: 'task', code: 'x = 1' });
    answers = [answer(200, { submission: view('graded') })];
    await resume({ ...follow, intent });
    expect(asked).toEqual([{ url: '/api/submissions', key: intent.key }]);
  });
  it('looks for the verdict of what was stored, and sends nothing', async () => {
    answers = [answer(200, { submission: view('graded') })];
    await resume({ ...follow, intent: { ...intendTo({ exerciseId: 'task', code: 'x = 1' }), submissionId: 'sub' } });
    expect(asked).toEqual([{ url: '/api/submissions/sub', key: undefined }]);
    expect(readIntent('task')).toBeNull();
  });
});
