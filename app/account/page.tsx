import type { Metadata } from 'next';
import { Callout } from '@/components/callout';
import { AccountHeader } from '@/lib/accounts/components/account-header';
import { AccountSections } from '@/lib/accounts/components/account-sections';
import { GuestSections } from '@/lib/accounts/components/guest-sections';
import { loadAccount } from '@/lib/accounts/loaders';
import { describeDone } from '@/lib/accounts/rules';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: Props) {
  const { user, account } = await loadAccount();
  const done = describeDone((await searchParams).done);
  return (
    <>
      <AccountHeader user={user} />
      {done && <Callout tone="good" title={done} role="status" />}
      {account ? <AccountSections user={user} {...account} /> : <GuestSections />}
    </>
  );
}
