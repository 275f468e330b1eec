import { z } from 'zod';

/** What has to be typed to delete an account: too much to happen by a stray click. */
export const DELETE_PHRASE = 'delete my account';

export const deleteAccountForm = z.object({
  confirmation: z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === DELETE_PHRASE, `Type “${DELETE_PHRASE}”.`),
});

/** A person's data, as /api/account/export writes it. Times are ISO 8601 in UTC. */
export const EXPORT_FORMAT = 'coursewright-export-1';
