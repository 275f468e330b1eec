import { describe, expect, it } from 'vitest';
import { describeSignInError, hasProvenEmail, linkIdentifier, parseLinkIdentifier, safeNext, withNext } from './rules';

describe('safeNext', () => {
  it.each(['/', '/classrooms/1?page=2#top', '/join/ABCD-EFGH'])('follows %s', (path) => expect(safeNext(path)).toBe(path));

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '\\/evil', 'javascript:alert(1)', '', 'evil', '/.//evil.example', '/..//evil.example', `/${'a'.repeat(2001)}`])(
    'does not follow %j',
    (path) => expect(safeNext(path)).toBe('/'),
  );

  it('takes no list and nothing', () => {
    expect(safeNext(['/a', '/b'], '/home')).toBe('/home');
    expect(safeNext(undefined)).toBe('/');
  });
});

it('carries the next page in an address', () => {
  expect(withNext('/sign-in', '/join/A?b=1')).toBe('/sign-in?next=%2Fjoin%2FA%3Fb%3D1');
  expect(withNext('/sign-in', '/')).toBe('/sign-in');
});

it('tells mailed links from those handed over, and from other tokens', () => {
  for (const kind of ['mailed', 'handed-over'] as const) {
    expect(parseLinkIdentifier(linkIdentifier({ userId: 'u1', kind }))).toEqual({ userId: 'u1', kind });
  }
  expect(parseLinkIdentifier('ada@example.com')).toBeNull();
});

it('has a sentence for every sign-in error', () => {
  expect(describeSignInError(undefined)).toBeNull();
  expect(describeSignInError('OAuthAccountNotLinked')).toContain('already');
  expect(describeSignInError('Whatever')).toContain('did not work');
});

it('takes only an address that the other site has seen proven', () => {
  expect(hasProvenEmail({ provider: 'google', profile: { email: 'ada@example.com', email_verified: true } })).toBe(true);
  expect(hasProvenEmail({ provider: 'google', profile: { email: 'ada@example.com', email_verified: false } })).toBe(false);
  expect(hasProvenEmail({ provider: 'google', profile: { email: 'ada@example.com' } })).toBe(false);
  // what stands in a GitHub profile here has been chosen by chooseGitHubEmail
  expect(hasProvenEmail({ provider: 'github', profile: { email: 'ada@example.com' } })).toBe(true);
  expect(hasProvenEmail({ provider: 'github', profile: { email: null } })).toBe(false);
  expect(hasProvenEmail({ provider: 'another', profile: { email: 'ada@example.com', email_verified: true } })).toBe(false);
  expect(hasProvenEmail({ provider: 'github', profile: undefined })).toBe(false);
});
