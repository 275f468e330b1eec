import type { Metadata } from 'next';
import Link from 'next/link';
import { Callout } from '@/components/callout';
import { AddressForm } from '@/lib/accounts/components/address-form';
import { EntryPage, Or } from '@/lib/accounts/components/entry-page';
import { ProviderForm } from '@/lib/accounts/components/provider-form';
import { SignInForm } from '@/lib/accounts/components/sign-in-form';
import { describeDone } from '@/lib/accounts/rules';
import { loadSignIn } from '@/lib/auth/loaders';
import { describeSignInError, withNext } from '@/lib/auth/rules';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams;
  const { next, methods, hasGuestWork, error } = await loadSignIn(params);
  const done = describeDone(params.done);
  const problem = describeSignInError(error);
  return (
    <EntryPage
      title="Sign in"
      intro={
        hasGuestWork && (
          <>
            What you did here as a guest moves to your account. You can also <Link href="/account">download or delete it</Link>.
          </>
        )
      }
      foot={
        <>
          <p>
            No account yet? <Link href={withNext('/sign-up', next)}>Make one</Link>. Lessons are open to all; an account keeps your progress on every device.
          </p>
          <p>
            <Link href="/forgot-password">I forgot my password</Link>
          </p>
        </>
      }
    >
      {done && <Callout tone="good" title={done} role="status" />}
      {problem && <Callout tone="bad" title={problem} role="alert" />}
      <SignInForm next={next} />
      {(methods.mail || methods.github || methods.google) && <Or />}
      {methods.github && <ProviderForm provider="github" next={next} />}
      {methods.google && <ProviderForm provider="google" next={next} />}
      {methods.mail && <AddressForm purpose="sign-in" next={next} />}
    </EntryPage>
  );
}
