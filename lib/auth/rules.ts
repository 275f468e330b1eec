/** Long enough to be hard to guess, as NIST SP 800-63B asks; no rules about digits or signs, which only make people write it down. */
export const MIN_PASSWORD_LENGTH = 8;

/**
 * Where to go after signing in: the path asked for if it is on this site, else `fallback`.
 * Browsers read `//host`, `/\host` and paths with control characters as other sites, so the URL parser decides.
 */
export function safeNext(next: string | string[] | null | undefined, fallback = '/'): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2000) return fallback;
  const here = 'http://this-site.invalid';
  if (!URL.canParse(next, here)) return fallback;
  const url = new URL(next, here);
  if (url.origin !== here) return fallback;
  const path = url.pathname + url.search + url.hash;
  // the parser drops dots and tabs: `/.//host` comes out as `//host`
  return path.startsWith('//') ? fallback : path;
}

/** An address of a page that carries the reader to `next` afterwards. */
export function withNext(page: string, next: string): string {
  return next === '/' ? page : `${page}?next=${encodeURIComponent(next)}`;
}

/** Which way of signing in made a set-password link: one that was mailed proves that the address is the person's. */
export type LinkKind = 'mailed' | 'handed-over';
const LINK_PREFIX = { mailed: 'set-password-mailed:', 'handed-over': 'set-password:' } as const;

export function linkIdentifier({ userId, kind }: { userId: string; kind: LinkKind }): string {
  return LINK_PREFIX[kind] + userId;
}

/** The person and kind in a token's identifier, or null when the token is for something else. */
export function parseLinkIdentifier(identifier: string): { userId: string; kind: LinkKind } | null {
  for (const kind of ['mailed', 'handed-over'] as const) {
    if (identifier.startsWith(LINK_PREFIX[kind])) return { userId: identifier.slice(LINK_PREFIX[kind].length), kind };
  }
  return null;
}

/**
 * Whether another site vouches that the address in its profile is the person's. Without that, somebody could make an
 * account here under an address of somebody else and keep a key to it.
 */
export function hasProvenEmail({ provider, profile }: { provider: string; profile: object | undefined }): boolean {
  if (!profile || !('email' in profile) || typeof profile.email !== 'string' || profile.email === '') return false;
  // the address in a GitHub profile is one that `chooseGitHubEmail` let through
  return provider === 'github' || (provider === 'google' && 'email_verified' in profile && profile.email_verified === true);
}

/** What to say about next-auth's error codes on the sign-in page; an unknown code gets the general sentence. */
export function describeSignInError(code: string | undefined): string | null {
  if (!code) return null;
  if (code === 'Verification') return 'This sign-in link was used already or has run out. Ask for a new one.';
  if (code === 'OAuthAccountNotLinked') return 'There is an account with this e-mail address already. Sign in the way you did before.';
  if (code === 'UnprovenEmail') return 'The other site has not checked that your e-mail address is yours. Confirm it there, or sign in another way.';
  if (code === 'AccessDenied') return 'The other site did not confirm who you are. Try again, or sign in another way.';
  return 'Signing in did not work, and nothing was changed. Try again, or sign in another way.';
}
