import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { badRequest } from './errors';
import { handleForm, refuse, refuseField, succeed } from './forms';

const schema = z.object({ email: z.email('must be an address'), password: z.string().min(8, 'too short'), role: z.union([z.string(), z.array(z.string())]).optional() });

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

it('gives back what was typed, except passwords, with an error beside each wrong field', async () => {
  const state = await handleForm({ schema, data: form([['email', 'ada'], ['password', 'short'], ['$ACTION_ID_1', 'x']]) }, async () => succeed('never'));
  expect(state).toEqual({ values: { email: 'ada' }, errors: { email: 'must be an address', password: 'too short' }, message: null, done: null });
});

it('turns a refusal into the message of the form, and lets faults through', async () => {
  const data = form([['email', 'ada@example.com'], ['password', 'long enough'], ['role', 'a'], ['role', 'b']]);
  const refused = await handleForm({ schema, data }, async (input) => {
    expect(input.role).toEqual(['a', 'b']);
    throw badRequest('Not today.');
  });
  expect(refused).toMatchObject({ message: 'Not today.', values: { email: 'ada@example.com' } });
  await expect(handleForm({ schema, data }, async () => Promise.reject(new Error('ours')))).rejects.toThrow('ours');
});

it('never gives a password back, whatever the password field of a form is called', () => {
  const sources = fs.readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const fieldsOf = (file: string) => fs.readFileSync(path.join('lib', file), 'utf8').match(/<\w+[^<]*type="password"[^<]*\/>/g) ?? [];
  const tags = sources.flatMap(fieldsOf);
  const names = tags.map((tag) => tag.match(/field\('(\w+)'\)|name="(\w+)"/)?.slice(1).find(Boolean) ?? `no name in ${tag}`);
  expect(names).toEqual(expect.arrayContaining(['password', 'currentPassword']));
  for (const name of names) {
    const data = form([[name, 'correct horse'], ['email', 'ada@example.com']]);
    for (const state of [refuse(data, 'No.'), refuseField(data, name, 'No.')]) expect(state.values, name).toEqual({ email: 'ada@example.com' });
  }
});
