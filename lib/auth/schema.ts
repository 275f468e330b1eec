import { z } from 'zod';

export const role = z.enum(['instructor', 'author', 'admin']);
export type Role = z.infer<typeof role>;

/** Who is asking. A guest is a learner without an account. */
export type Actor = { id: string; guest: boolean; name: string | null; email: string | null; roles: Role[] };
