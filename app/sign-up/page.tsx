import type { Metadata } from 'next';
import Link from 'next/link';
import { EntryPage, Or } from '@/lib/accounts/components/entry-page';
import { ProviderForm } from '@/lib/accounts/components/provider-form';
import { SignUpForm } from '@/lib/accounts/components/sign-up-form';
import { loadSignIn } from '@/lib/auth/loaders';
import { withNext } from '@/lib/auth/rules';

export const metadata: Metadata = { title: 'Make an account', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignUpPage({ searchParams }: Props) {
  const { next, methods, hasGuestWork } = await loadSignIn(await searchParams);
  return (
    <EntryPage
      title="Make an account"
      intro={hasGuestWork ? 'It keeps what you did here as a guest, and your progress on every device.' : 'It keeps your progress on every device.'}
      foot={
        <p>
          You have an account already? <Link href={withNext('/sign-in', next)}>Sign in</Link>.
        </p>
      }
    >
      <SignUpForm next={next} byMail={methods.mail} />
      {(methods.github || methods.google) && <Or />}
      {methods.github && <ProviderForm provider="github" next={next} />}
      {methods.google && <ProviderForm provider="google" next={next} />}
    </EntryPage>
  );
}
