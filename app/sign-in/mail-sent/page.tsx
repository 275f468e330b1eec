import type { Metadata } from 'next';
import Link from 'next/link';
import { EntryPage } from '@/lib/accounts/components/entry-page';

export const metadata: Metadata = { title: 'Look in your mail', robots: { index: false } };

export default function MailSentPage() {
  return (
    <EntryPage title="Look in your mail" foot={<Link href="/sign-in">Back to signing in</Link>}>
      <p>We have sent you a link that signs you in. It works once, within 24 hours. Open it in this browser, so that what you did as a guest moves to your account.</p>
      <p>Nothing there after a few minutes? Look among the unwanted messages, and check the address you typed.</p>
    </EntryPage>
  );
}
