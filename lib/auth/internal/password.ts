import { hash, verify } from '@node-rs/argon2';

// The package's defaults are OWASP's argon2id figures (19 MiB, 2 passes, 1 lane): about 50 ms, so every use is rate-limited.
export const hashPassword = (password: string): Promise<string> => hash(password);

let decoy: Promise<string> | undefined;

/** Whether `password` is the one in `passwordHash`. Without a hash it takes as long and says no: time must not tell who has an account. */
export async function verifyPassword({ password, passwordHash }: { password: string; passwordHash: string | null }): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const fits = await verify(passwordHash ?? (await decoy), password);
  return fits && passwordHash !== null;
}
