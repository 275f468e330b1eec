import { z } from 'zod';
import { MIN_PASSWORD_LENGTH } from './rules';

export const role = z.enum(['instructor', 'author', 'admin']);
export type Role = z.infer<typeof role>;

/** Who is asking. A guest is a learner without an account. */
export type Actor = { id: string; guest: boolean; name: string | null; email: string | null; roles: Role[] };

declare const granted: unique symbol;

/**
 * Proof that somebody may read how the lessons do: they are an author or an admin now. Only `policy` makes one, and what
 * reads learners' answers, programs and reports demands it. None of those reads says whose they are.
 */
export type AuthorAccess = { readonly authorId: string; readonly [granted]: true };

/** GET /api/me: what a static page's header needs to know. */
export const meView = z.object({ signedIn: z.boolean(), guest: z.boolean(), name: z.string().nullable(), roles: z.array(role) });
export type MeView = z.infer<typeof meView>;

export const emailField = z.string().trim().toLowerCase().max(320, 'This address is too long.').pipe(z.email('Write an e-mail address, such as ada@example.com.'));
export const nameField = z.string().trim().min(1, 'Write the name others should see.').max(100, 'Use at most 100 characters.');
// the upper bound keeps argon2 from being fed megabytes
export const newPasswordField = z.string().min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters.`).max(200, 'Use at most 200 characters.');
const passwordField = z.string().min(1, 'Write your password.').max(200, 'This is longer than any password here.');
const next = z.string().optional();

export const signInForm = z.object({ email: emailField, password: passwordField, next });
/** `password` is asked for only where no mail can be sent; otherwise it is chosen behind the mailed link. */
export const signUpForm = z.object({ name: nameField, email: emailField, password: newPasswordField, next });
export const signUpByMailForm = signUpForm.omit({ password: true });
export const emailForm = z.object({ email: emailField, next });
export const providerForm = z.object({ provider: z.enum(['github', 'google']), next });
export const setPasswordForm = z.object({ token: z.string().min(1).max(200), password: newPasswordField });
export const changePasswordForm = z.object({ currentPassword: z.string().max(200).default(''), password: newPasswordField });
export const profileForm = z.object({ name: nameField });

const listOf = <T extends z.ZodType>(item: T) => z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item));
export const rolesForm = z.object({ userId: z.string(), roles: listOf(role) });
export const personForm = z.object({ userId: z.string() });

/** A person as an admin sees them. */
export type Person = { id: string; name: string | null; email: string | null; roles: Role[]; createdAt: Date };

/** The ways of signing in that this site is set up for. Passwords always work. */
export type SignInMethods = { mail: boolean; github: boolean; google: boolean };
