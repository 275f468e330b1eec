import type { Metadata } from 'next';
import { AgreementPage } from '@/lib/operations/components/agreement-page';
import { loadAgreement } from '@/lib/operations/loaders';

export const metadata: Metadata = { title: 'Browser and grader', robots: { index: false } };

export default async function Agreement() {
  return <AgreementPage {...await loadAgreement()} />;
}
