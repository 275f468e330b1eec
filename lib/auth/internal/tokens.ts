import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a one-time token: who reads the table cannot use the links. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
