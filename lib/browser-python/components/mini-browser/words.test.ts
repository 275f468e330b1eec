import { describe, expect, it } from 'vitest';
import type { TimelineStep } from '../../schema';
import type { Visit } from '../visits/visitor';
import { sizeWords, timeWords, visitsWords, whyOf } from './words';

const step = (kind: TimelineStep['kind'], value: string): TimelineStep => ({ kind, name: '', line: null, ms: 0, details: [{ name: 'why', value }] });
const visit = (part: Partial<Visit> & { status?: number; reason?: string; url?: string }): Visit => ({
  request: { method: 'GET', url: part.url ?? '/', headers: [], body: new Uint8Array() },
  response: { status: part.status ?? 200, reason: part.reason ?? 'OK', headers: [], body: new Uint8Array() },
  timeline: [], error: null, stdout: '', ms: 1, id: 1, run: 1, cause: 'typed', set: [], refused: [], ...part,
});

describe('words', () => {
  it.each([[0.02, 'under 0.1 ms'], [0.44, '0.4 ms'], [12.4, '12 ms'], [1300, '1.3 s']])('%d ms', (ms, words) => expect(timeWords(ms)).toBe(words));
  it.each([[1, '1 byte'], [12, '12 bytes'], [3500, '3.4 KB'], [2_500_000, '2.4 MB']])('%d bytes', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
  it('a chain of redirects', () => expect(visitsWords([visit({ url: '/login', status: 302, reason: 'Found' }), visit({})])).toBe('GET /login: 302 Found, then GET /: 200 OK'));
});

describe('why a page is not what one may have expected', () => {
  it('is the first reason of the timeline', () => expect(whyOf(visit({ timeline: [step('no-route', 'No such route.'), step('response', 'Later.')] }))).toBe('No such route.'));
  it('is the error, when there is one', () => expect(whyOf(visit({ timeline: [step('response', 'Refused.')], error: { type: 'E', message: '', line: null, frames: [], plain: '', tryThis: '' } }))).toBeNull());
  it('is not the session, whose page came', () => expect(whyOf(visit({ timeline: [step('session', 'Forged.')] }))).toBeNull());
});
