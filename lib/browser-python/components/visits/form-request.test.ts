import { describe, expect, it } from 'vitest';
import { formRequest, type FormSubmission } from './form-request';

const AT = { base: '/photos/list?page=2', boundary: 'XX' };
const cat = { name: 'cat "1".png', type: 'image/png', bytes: new Uint8Array([109, 255, 0]) };
const send = (form: Partial<FormSubmission>) => formRequest({ method: 'post', action: '', enctype: 'application/x-www-form-urlencoded', entries: [], ...form }, AT);
const body = (form: Partial<FormSubmission>) => new TextDecoder('latin1').decode(send(form).body);

describe('what a browser sends of a form', () => {
  it('GET puts the fields in the query, in place of the one that was there', () => {
    expect(send({ method: 'GET', action: '/find?old=1#top', entries: [['q', 'a b'], ['q', 'é&']] })).toEqual({
      method: 'GET',
      destination: { kind: 'inside', url: '/find?q=a+b&q=%C3%A9%26', hash: '#top' },
      contentType: null,
      body: new Uint8Array(),
    });
  });

  it('an unknown method is GET', () => expect(send({ method: 'put' }).method).toBe('GET'));

  it('without an action it goes to the page itself', () => expect(send({}).destination).toEqual({ kind: 'inside', url: '/photos/list?page=2', hash: '' }));

  it('POST sends the fields as the body', () => {
    const form = { entries: [['town', 'Oslo'], ['note', 'two\nlines']] as FormSubmission['entries'] };
    expect(body(form)).toBe('town=Oslo&note=two%0D%0Alines');
    expect(send(form).contentType).toBe('application/x-www-form-urlencoded');
  });

  it('without multipart a file is its name', () => expect(body({ entries: [['photo', cat]] })).toBe('photo=cat+%221%22.png'));

  it('multipart sends the file itself', () => {
    const form = { enctype: 'multipart/form-data', entries: [['caption', 'My\ncat'], ['photo', cat], ['none', { name: '', type: '', bytes: new Uint8Array() }]] as FormSubmission['entries'] };
    expect(send(form).contentType).toBe('multipart/form-data; boundary=XX');
    expect(body(form)).toBe(
      '--XX\r\nContent-Disposition: form-data; name="caption"\r\n\r\nMy\r\ncat\r\n' +
        '--XX\r\nContent-Disposition: form-data; name="photo"; filename="cat %221%22.png"\r\nContent-Type: image/png\r\n\r\nmÿ\u0000\r\n' +
        '--XX\r\nContent-Disposition: form-data; name="none"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n' +
        '--XX--\r\n',
    );
  });

  it('text/plain', () => expect(body({ enctype: 'text/plain', entries: [['a', '1'], ['b', 'x y']] })).toBe('a=1\r\nb=x y\r\n'));

  it('another site stays another site', () => expect(send({ action: 'https://example.com/steal', method: 'get', entries: [['a', '1']] }).destination).toEqual({ kind: 'outside', href: 'https://example.com/steal' }));
});
