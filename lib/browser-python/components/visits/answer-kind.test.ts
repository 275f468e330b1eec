import { describe, expect, it } from 'vitest';
import { answerKind, headerOf, jsonLines, textOf } from './answer-kind';

const answer = (headers: Record<string, string>, body = 'x') => ({ status: 200, reason: 'OK', headers: Object.entries(headers), body: new TextEncoder().encode(body) });

describe('what a browser does with a body', () => {
  it.each([
    [{ 'Content-Type': 'text/html; charset=utf-8' }, { kind: 'page', type: 'text/html' }],
    [{ 'Content-Type': 'application/json' }, { kind: 'json', type: 'application/json' }],
    [{ 'Content-Type': 'application/problem+json' }, { kind: 'json', type: 'application/problem+json' }],
    [{ 'Content-Type': 'image/png' }, { kind: 'picture', type: 'image/png' }],
    [{ 'Content-Type': 'text/plain' }, { kind: 'text', type: 'text/plain' }],
    [{}, { kind: 'text', type: '' }],
    [{ 'Content-Type': 'application/pdf' }, { kind: 'file', type: 'application/pdf', name: 'download' }],
    [{ 'Content-Type': 'text/html', 'Content-Disposition': 'attachment; filename=a.html' }, { kind: 'file', type: 'text/html', name: 'a.html' }],
    [{ 'content-disposition': 'attachment; filename="../../x \\"y\\".txt"' }, { kind: 'file', type: '', name: 'x "y".txt' }],
    [{ 'content-disposition': "attachment; filename=a.txt; filename*=UTF-8''%E7%8C%AB.txt" }, { kind: 'file', type: '', name: '猫.txt' }],
    [{ 'content-disposition': 'inline; filename=a.txt' }, { kind: 'text', type: '' }],
  ])('%j', (headers, kind) => expect(answerKind(answer(headers as unknown as Record<string, string>))).toEqual(kind));

  it('nothing at all', () => expect(answerKind(answer({ 'Content-Type': 'text/html' }, ''))).toEqual({ kind: 'empty', type: 'text/html' }));
});

it('finds a header whatever its letters', () => expect(headerOf(answer({ 'X-A': '1' }), 'x-a')).toBe('1'));

it('reads the charset that the response names, and utf-8 otherwise', () => {
  const latin = { ...answer({ 'Content-Type': 'text/html; charset="latin1"' }), body: new Uint8Array([0xe9]) };
  expect(textOf(latin)).toBe('é');
  expect(textOf(answer({ 'Content-Type': 'text/html; charset=no-such' }, 'é'))).toBe('é');
});

it('spreads JSON over lines', () => {
  expect(jsonLines('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(jsonLines('{a')).toBe('{a');
});
