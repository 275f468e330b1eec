import { z } from 'zod';
import { DELETE_PHRASE } from './rules';

export const deleteAccountForm = z.object({
  confirmation: z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === DELETE_PHRASE, `Type “${DELETE_PHRASE}”.`),
});

/** A person's data, as /api/account/export writes it. Times are ISO 8601 in UTC. */
export const EXPORT_FORMAT = 'coursewright-export-1';
