import { env } from '@/lib/platform/env';

/** A session ends this many seconds after it began: 60 days, about a term, so that a learner is not thrown out mid-course. */
export const SESSION_SECONDS = 60 * 24 * 3600;

/** The cookie that next-auth also reads and writes: its names, on https and on http. */
export const sessionCookie = {
  get name() {
    return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
  },
  get options() {
    return { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: SESSION_SECONDS } as const;
  },
};

export const isSecure = (): boolean => env().SITE_URL.startsWith('https:');
