import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { checkerCommand, checkerMessage, cleanText, finished, jobStart, learnerCommand, learnerMessage, lineOffer, linked, measured, ready } from './contract';

const EXAMPLES = path.join('sandbox', 'contract', 'v1');
const ZYGOTE: Record<string, z.ZodType> = { ready, 'job-start': jobStart, 'line-offer': lineOffer, linked, measured };
const PARSERS: Record<string, (name: string) => z.ZodType> = {
  'learner-commands': () => learnerCommand,
  'learner-messages': () => learnerMessage,
  'checker-commands': () => checkerCommand,
  'checker-messages': () => checkerMessage,
  zygote: (name) => ZYGOTE[name] ?? finished,
};

const examples = Object.keys(PARSERS).flatMap((folder) => fs.readdirSync(path.join(EXAMPLES, folder)).map((file) => ({ folder, file })));

describe('contract v1', () => {
  it.each(examples)('reads the example $folder/$file without loss', ({ folder, file }) => {
    const example: unknown = JSON.parse(fs.readFileSync(path.join(EXAMPLES, folder, file), 'utf8'));
    expect(PARSERS[folder]?.(path.basename(file, '.json')).parse(example)).toEqual(example);
  });

  it('refuses another version', () => {
    expect(learnerMessage.safeParse({ v: 2, type: 'loaded', error: null }).success).toBe(false);
  });

  it('refuses a message with fields of the wrong kind', () => {
    expect(learnerMessage.safeParse({ v: 1, type: 'response', id: 1, status: '200', headers: [], body: '', error: null }).success).toBe(false);
    expect(learnerMessage.safeParse({ v: 1, type: 'response', id: 1, status: 200, headers: [], body: 'not base64!', error: null }).success).toBe(false);
  });

  it('cleans what Postgres and JSON cannot hold, and leaves real characters alone', () => {
    expect(cleanText('a\0b\ud800c\udfff 😀')).toBe('a\ufffdb\ufffdc\ufffd 😀');
  });
});
