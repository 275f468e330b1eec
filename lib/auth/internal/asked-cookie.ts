import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/platform/env';
import { isSecure } from './session-cookie';

/** As long as the links work. */
const DAY_SECONDS = 24 * 3600;

/**
 * Notes for which address this browser last asked for a link. Opening a link alone does not show that its opener asked
 * for it: a stranger can send one to their own account (docs/decisions/0031-guests.md).
 */
export const askedCookie = {
  name: 'coursewright-asked',
  get options() {
    return { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: DAY_SECONDS } as const;
  },
};

/** What the cookie holds: it fits one address and tells none. */
export function signAsking(email: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`asked for a link: ${email.toLowerCase()}`).digest('base64url');
}

/** Whether a cookie's value is from asking for a link to this address. */
export function isAskingFor({ email, value }: { email: string; value: string | undefined }): boolean {
  const [expected, given] = [Buffer.from(signAsking(email)), Buffer.from(value ?? '')];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
