import { expect, it } from 'vitest';
import { formRequest, type FormSubmission } from '../visits/form-request';
import { sentBody } from './sent-body';

const bytes = (text: string) => new TextEncoder().encode(text);

function upload(entries: FormSubmission['entries']): string {
  const { body, contentType } = formRequest({ method: 'post', action: '', enctype: 'multipart/form-data', entries }, { base: '/', boundary: 'XX' });
  return sentBody({ headers: [['Content-Type', contentType ?? '']], body });
}

it('of an uploaded file that is no text, says how long it is and of which type', () => {
  const photo = { name: 'cat.png', type: 'image/png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x0d, 0x0a, 0, 255]) };
  expect(upload([['caption', 'My cat'], ['photo', photo]])).toBe(
    '--XX\nContent-Disposition: form-data; name="caption"\n\nMy cat\n' +
      '--XX\nContent-Disposition: form-data; name="photo"; filename="cat.png"\nContent-Type: image/png\n\n(10 bytes of image/png)\n' +
      '--XX--\n',
  );
});

it('shows an uploaded text as it is, whatever its type, and nothing of an empty file', () => {
  const note = { name: 'note', type: '', bytes: bytes('Grüße\nzwei\t3\r\n') };
  expect(upload([['note', note]])).toContain('Content-Type: application/octet-stream\n\nGrüße\nzwei\t3\n\n--XX--');
  expect(upload([['none', { name: '', type: '', bytes: new Uint8Array() }]])).toContain('Content-Type: application/octet-stream\n\n\n--XX--');
});

it('takes a file whose bytes are UTF-8 by chance, but no text, for no text', () => {
  expect(upload([['data', { name: 'a.bin', type: '', bytes: new Uint8Array([1, 2, 3]) }]])).toContain('(3 bytes of application/octet-stream)');
});

it('is not misled by what looks like a beginning of the boundary', () => {
  const tricky = { name: 'a.txt', type: 'text/plain', bytes: bytes('--X\r\n\r\n----XY') };
  expect(upload([['a', tricky]])).toContain('\n\n--X\n\n----XY\n--XX--');
});

it('shows other bodies as text when they are', () => {
  expect(sentBody({ headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: bytes('a=1&b=x+y') })).toBe('a=1&b=x+y');
  expect(sentBody({ headers: [], body: new Uint8Array() })).toBe('');
  expect(sentBody({ headers: [['Content-Type', 'application/zip; x=1']], body: new Uint8Array([80, 75, 3, 4]) })).toBe('(4 bytes of application/zip)');
});
