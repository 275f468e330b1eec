import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { AuthOptions } from 'next-auth';
import type { Adapter, AdapterAccount } from 'next-auth/adapters';
import EmailProvider from 'next-auth/providers/email';
import GoogleProvider from 'next-auth/providers/google';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { dropUnprovenKeys, markProven } from '../mutations';
import { hasProvenEmail } from '../rules';
import { gitHubProvider } from './github';
import { sendMail } from './mail';
import { isSecure, SESSION_SECONDS } from './session-cookie';

/** next-auth for e-mail links, GitHub and Google: each only when it is set up. Passwords never pass through it. */
export function nextAuthOptions({ onSignedIn }: { onSignedIn: (person: { userId: string; byLinkTo?: string }) => Promise<void> }): AuthOptions {
  // next-auth reads its own address from the environment and nowhere else
  process.env.NEXTAUTH_URL ??= env().SITE_URL;
  return {
    adapter: adapter(),
    providers: providers(),
    secret: env().AUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: 'database', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/mail-sent' },
    callbacks: {
      async signIn({ user, account, email, profile }) {
        if (account?.type === 'oauth') return hasProvenEmail({ provider: account.provider, profile }) || '/sign-in?error=UnprovenEmail';
        if (account?.provider === 'email' && !email?.verificationRequest) await dropUnprovenKeys(user.id);
        return true;
      },
    },
    events: {
      // every way through here has shown by now that the address is the person's
      createUser: ({ user }) => markProven(user.id),
      signIn: ({ user, account }) => onSignedIn({ userId: user.id, byLinkTo: account?.provider === 'email' ? (user.email ?? '') : undefined }),
    },
    logger: {
      error: (code, metadata) => log.error({ code, err: 'error' in metadata ? metadata.error : metadata }, 'next-auth'),
      warn: (code) => log.warn({ code }, 'next-auth'),
    },
  };
}

function providers(): AuthOptions['providers'] {
  const { SMTP_URL, EMAIL_FROM, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env();
  return [
    ...(SMTP_URL ? [EmailProvider({ server: SMTP_URL, from: EMAIL_FROM, sendVerificationRequest: ({ identifier, url }) => mailSignInLink({ email: identifier, url }) })] : []),
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET ? [gitHubProvider({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET })] : []),
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })] : []),
  ];
}

async function mailSignInLink({ email, url }: { email: string; url: string }): Promise<void> {
  const text = `Open this link to sign in:\n\n${url}\n\nIt works once, within 24 hours. If you did not ask for it, you can ignore this message.\n`;
  await sendMail({ to: email, subject: 'Your sign-in link', text });
}

/** The stock adapter, without the providers' access tokens: the site never calls them again, so it does not keep their keys. */
function adapter(): Adapter {
  // The adapter's types name the client of an older generator; it only calls the four models below, which are the same.
  const stock = PrismaAdapter(db() as unknown as Parameters<typeof PrismaAdapter>[0]);
  return {
    ...stock,
    linkAccount: ({ userId, type, provider, providerAccountId }: AdapterAccount) => stock.linkAccount?.({ userId, type, provider, providerAccountId }),
  };
}
