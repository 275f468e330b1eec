import { z } from 'zod';

const optionalText = z.string().trim().min(1).optional();
const pair = (a: string, b: string) => `${a} and ${b} go together: set both, or neither`;

/** Every variable the site reads. A test holds `.env.example` to this list. */
export const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a PostgreSQL address such as postgresql://user:password@host:5432/database' }),
    AUTH_SECRET: z.string().min(32, 'must be at least 32 characters; make one with: openssl rand -base64 33'),
    SITE_URL: z.url({ protocol: /^https?$/, error: 'must be the address people type, such as https://learn.example.org' }).default('http://localhost:3000'),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    TRUST_PROXY: z.stringbool('must be true or false').default(false),
    ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@example.com'),
    DATA_DIR: z.string().min(1).default('.data'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters; make one with: openssl rand -hex 24').optional(),
    GRADERS: z.coerce.number().int().min(0).max(64).optional(),
    SANDBOX_ENGINE: z.enum(['auto', 'docker', 'podman', 'runc', 'bubblewrap']).default('auto'),
    SANDBOX_RUNTIME: optionalText,
    EDITOR_LINK: z.string().includes('{path}', 'must name {path}, and may name {line} and {column}, such as vscode://file{path}:{line}:{column}').optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be a mail server address such as smtp://user:password@host:587' }).optional(),
    EMAIL_FROM: optionalText,
    GITHUB_CLIENT_ID: optionalText,
    GITHUB_CLIENT_SECRET: optionalText,
    GOOGLE_CLIENT_ID: optionalText,
    GOOGLE_CLIENT_SECRET: optionalText,
  })
  .refine((e) => !e.SMTP_URL === !e.EMAIL_FROM, { path: ['EMAIL_FROM'], error: pair('SMTP_URL', 'EMAIL_FROM') })
  .refine((e) => !e.GITHUB_CLIENT_ID === !e.GITHUB_CLIENT_SECRET, { path: ['GITHUB_CLIENT_SECRET'], error: pair('GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET') })
  .refine((e) => !e.GOOGLE_CLIENT_ID === !e.GOOGLE_CLIENT_SECRET, { path: ['GOOGLE_CLIENT_SECRET'], error: pair('GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET') });

export type Env = z.infer<typeof envSchema>;

/**
 * Reads and checks a set of variables.
 * @throws Error that names every wrong variable and says what it must be
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not right (see .env.example):\n${lines.join('\n')}`);
}

let cached: Env | undefined;

/** The checked environment, read once per process. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
