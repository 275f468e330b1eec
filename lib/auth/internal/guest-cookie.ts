import { sign, unsign } from 'cookie-signature';
import { env } from '@/lib/platform/env';
import { isSecure } from './session-cookie';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Holds the guest's id, signed: nobody can become another guest by writing an id. */
export const guestCookie = {
  name: 'coursewright-guest',
  get options() {
    return { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: YEAR_SECONDS } as const;
  },
};

export function signGuestId(id: string): string {
  return sign(id, env().AUTH_SECRET);
}

/** The id in a guest cookie, or null when there is none or its signature does not fit. */
export function readGuestId(value: string | undefined): string | null {
  return (value && unsign(value, env().AUTH_SECRET)) || null;
}
