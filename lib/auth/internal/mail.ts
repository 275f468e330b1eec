import { createTransport } from 'nodemailer';
import { env } from '@/lib/platform/env';

/**
 * Sends a plain-text mail through SMTP_URL.
 * @throws when no mail server is set or it refuses; the error holds the server's code and no address, so it can be logged
 */
export async function sendMail({ to, subject, text }: { to: string; subject: string; text: string }): Promise<void> {
  const { SMTP_URL, EMAIL_FROM } = env();
  if (!SMTP_URL) throw new Error('SMTP_URL is not set');
  try {
    await createTransport(SMTP_URL).sendMail({ from: EMAIL_FROM, to, subject, text });
  } catch (error) {
    throw new Error(`the mail server did not take a message (${describe(error)})`);
  }
}

/** nodemailer's own errors quote the recipient and the server's answer: only their codes leave here. */
function describe(error: unknown): string {
  const codes = typeof error === 'object' && error !== null ? [('code' in error && error.code) || '', ('responseCode' in error && error.responseCode) || ''] : [];
  return codes.filter(Boolean).join(' ') || 'no code';
}
