import type { Metadata } from 'next';
import Link from 'next/link';
import { AddressForm } from '@/lib/accounts/components/address-form';
import { EntryPage } from '@/lib/accounts/components/entry-page';
import { loadSignIn } from '@/lib/auth/loaders';

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ForgotPasswordPage({ searchParams }: Props) {
  const { methods } = await loadSignIn(await searchParams);
  return (
    <EntryPage title="Forgotten password" foot={<Link href="/sign-in">Back to signing in</Link>}>
      {methods.mail ? (
        <>
          <p>Write the address of your account. We mail you a link to choose a new password.</p>
          <AddressForm purpose="new-password" />
        </>
      ) : (
        <>
          <p>This site sends no mail. Ask whoever runs it, or your instructor, who can ask them: an admin makes you a link, and with it you choose a new password.</p>
          <p>Your work is safe meanwhile. You can go on reading and practicing as a guest; what you do moves to your account when you sign in.</p>
        </>
      )}
    </EntryPage>
  );
}
