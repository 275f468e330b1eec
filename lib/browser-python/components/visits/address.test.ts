import { describe, expect, it } from 'vitest';
import { resolveAddress, typedAddress } from './address';

const inside = (url: string, hash = '') => ({ kind: 'inside', url, hash });

describe('links of a page at /shop/list?page=2', () => {
  it.each([
    ['/get', inside('/get')],
    ['item', inside('/shop/item')],
    ['../top', inside('/top')],
    ['?page=3', inside('/shop/list?page=3')],
    ['#end', inside('/shop/list?page=2', '#end')],
    ['', inside('/shop/list?page=2')],
    ['http://localhost/a b', inside('/a%20b')],
    ['//localhost/x', inside('/x')],
    ['https://localhost/x', { kind: 'outside', href: 'https://localhost/x' }],
    ['http://localhost:5000/x', { kind: 'outside', href: 'http://localhost:5000/x' }],
    ['//example.com', { kind: 'outside', href: 'http://example.com/' }],
    ['https://example.com/a', { kind: 'outside', href: 'https://example.com/a' }],
    ['javascript:alert(1)', { kind: 'no-page', href: 'javascript:alert(1)' }],
    ['JaVaScRiPt:alert(1)', { kind: 'no-page', href: 'JaVaScRiPt:alert(1)' }],
    [' data:text/html,x', { kind: 'no-page', href: ' data:text/html,x' }],
    ['mailto:a@example.com', { kind: 'no-page', href: 'mailto:a@example.com' }],
    ['http://[bad', { kind: 'no-page', href: 'http://[bad' }],
  ])('%s', (href, destination) => expect(resolveAddress(href, '/shop/list?page=2')).toEqual(destination));
});

describe('what is typed', () => {
  it.each([
    ['/get?a=1', inside('/get?a=1')],
    ['get', inside('/get')],
    ['', inside('/')],
    ['//get', inside('/get')],
    [' /é ', inside('/%C3%A9')],
    ['http://127.0.0.1:5000/get', inside('/get')],
    ['localhost:5000', inside('/')],
    ['http://localhost/a#b', inside('/a', '#b')],
    ['https://example.com/', { kind: 'outside', href: 'https://example.com/' }],
    ['javascript:alert(1)', { kind: 'no-page', href: 'javascript:alert(1)' }],
    ['localhostess', inside('/localhostess')],
  ])('%s', (text, destination) => expect(typedAddress(text)).toEqual(destination));
});
