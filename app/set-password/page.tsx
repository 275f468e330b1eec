import type { Metadata } from 'next';
import Link from 'next/link';
import { Callout } from '@/components/callout';
import { EntryPage } from '@/lib/accounts/components/entry-page';
import { SetPasswordForm } from '@/lib/accounts/components/set-password-form';
import { loadSetPassword } from '@/lib/auth/loaders';

// The address holds a secret that must not travel to other sites. Not `no-referrer`: a form would then be sent with `Origin: null`, which Next refuses.
export const metadata: Metadata = { title: 'Choose a password', robots: { index: false }, referrer: 'same-origin' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SetPasswordPage({ searchParams }: Props) {
  const link = await loadSetPassword((await searchParams).token);
  return (
    <EntryPage title="Choose a password" intro={link ? `For the account of ${link.email}. You are signed in with it at once, and signed out everywhere else.` : undefined}>
      {link ? (
        <SetPasswordForm token={link.token} />
      ) : (
        <Callout tone="warn" title="This link does not work any more">
          <p>
            Links work once, within 24 hours. <Link href="/forgot-password">Ask for a new one</Link>, or <Link href="/sign-in">sign in</Link>.
          </p>
        </Callout>
      )}
    </EntryPage>
  );
}
