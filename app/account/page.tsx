import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { AccountSections } from '@/lib/accounts/components/account-sections';
import { SignOutForm } from '@/lib/accounts/components/sign-out-form';
import { loadAccount } from '@/lib/accounts/loaders';
import { describeDone } from '@/lib/accounts/rules';
import { canManagePeople } from '@/lib/auth/policy';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: Props) {
  const account = await loadAccount();
  const done = describeDone((await searchParams).done);
  return (
    <>
      <PageHeader eyebrow={account.user.email} title="Your account" actions={
          <>
            <SignOutForm />
            <ButtonLink href="/classrooms" variant="quiet">
              Classrooms
            </ButtonLink>
            {canManagePeople(account.user) && (
              <ButtonLink href="/admin" variant="quiet">
                Admin
              </ButtonLink>
            )}
          </>
        } />
      {done && <Callout tone="good" title={done} role="status" />}
      <AccountSections {...account} />
    </>
  );
}
