import { z } from 'zod';
import { DELETE_GUEST_PHRASE, DELETE_PHRASE } from './rules';

const typedExactly = (phrase: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === phrase, `Type “${phrase}”.`);

export const deleteAccountForm = z.object({ confirmation: typedExactly(DELETE_PHRASE) });
export const deleteGuestForm = z.object({ confirmation: typedExactly(DELETE_GUEST_PHRASE) });
export const moveGuestForm = z.object({});

/** A person's data, as /api/account/export writes it. Times are ISO 8601 in UTC. */
export const EXPORT_FORMAT = 'coursewright-export-1';
