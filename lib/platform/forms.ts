import type { z } from 'zod';
import { AppError } from './errors';

/** What a form's action hands back to `useActionState`: what was typed, and what is wrong with it. */
export type FormState = {
  values: Record<string, string>;
  /** by field name */
  errors: Record<string, string>;
  /** about the form as a whole */
  message: string | null;
  /** what was done, when the form stays on the page */
  done: string | null;
};

export const emptyForm: FormState = { values: {}, errors: {}, message: null, done: null };

/** The same form again, with everything typed (passwords excepted) and a message. */
export function refuse(data: FormData, message: string): FormState {
  return { ...emptyForm, values: typed(data), message };
}

/** The same form again, with everything typed and a message beside one field. */
export function refuseField(data: FormData, field: string, message: string): FormState {
  return { ...emptyForm, values: typed(data), errors: { [field]: message } };
}

/** An empty form that says what was done. */
export function succeed(done: string): FormState {
  return { ...emptyForm, done };
}

/**
 * Checks a form against `schema` and does `work` with what it says. Wrong fields and refusals (AppError) come back
 * as the form's state, with nothing typed lost; whatever else is thrown is our own fault and passes through.
 */
export async function handleForm<T extends z.ZodType>({ schema, data }: { schema: T; data: FormData }, work: (input: z.infer<T>) => Promise<FormState>): Promise<FormState> {
  const parsed = schema.safeParse(fields(data));
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message;
    return { ...emptyForm, values: typed(data), errors };
  }
  try {
    return await work(parsed.data);
  } catch (error) {
    if (error instanceof AppError) return refuse(data, error.message);
    throw error;
  }
}

/** Field → text; a field given more than once (check boxes) → list of texts. Next's own `$ACTION` fields are left out. */
function fields(data: FormData): Record<string, string | string[]> {
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith('$ACTION'));
  return Object.fromEntries(
    names.map((name) => {
      const texts = data.getAll(name).filter((value) => typeof value === 'string');
      return [name, texts.length > 1 ? texts : (texts[0] ?? '')];
    }),
  );
}

function typed(data: FormData): Record<string, string> {
  const entries = Object.entries(fields(data)).filter(([name, value]) => typeof value === 'string' && !/password|token/i.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}
