import { createTransport } from 'nodemailer';
import { env } from '@/lib/platform/env';

/** Sends a plain-text mail through SMTP_URL. @throws when no mail server is set, or it refuses */
export async function sendMail({ to, subject, text }: { to: string; subject: string; text: string }): Promise<void> {
  const { SMTP_URL, EMAIL_FROM } = env();
  if (!SMTP_URL) throw new Error('SMTP_URL is not set');
  await createTransport(SMTP_URL).sendMail({ from: EMAIL_FROM, to, subject, text });
}
