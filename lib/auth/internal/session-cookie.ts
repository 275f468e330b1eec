/** next-auth's names for its session cookie, on https and on http. */
export const SESSION_COOKIES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const;
