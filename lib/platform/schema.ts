import { z } from 'zod';

/** Text that PostgreSQL can hold: it knows no NUL character. */
export const storable = z.string().regex(/^[^\0]*$/, 'holds a NUL character');
